package io.killtrail.ingest.audit;

import java.util.Objects;
import java.util.Optional;

/**
 * The header of an audit record that did not come from auditd's log.
 *
 * @param type name or number of its type: {@code SYSCALL}, {@code 1300}
 * @param epochMillis its time stamp in milliseconds
 * @param serial its serial
 * @param node the host as the record itself names it ({@code node=}); part of the fact's id, so
 *     leave it empty where auditd's log of the same host would have none
 * @param host the host by any other witness, such as the journal's {@code _HOSTNAME}
 * @param bootId the boot, 32 lower-case hex digits
 */
public record RecordHeader(
    String type,
    long epochMillis,
    long serial,
    Optional<String> node,
    Optional<String> host,
    Optional<String> bootId) {
  public RecordHeader {
    Objects.requireNonNull(type);
    Objects.requireNonNull(node);
    Objects.requireNonNull(host);
    Objects.requireNonNull(bootId);
  }
}
