package io.killtrail.ingest.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UserId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * USER_AVC of the service manager: SELinux was asked whether a client may stop a unit or signal its
 * processes (systemd selinux-access.c). {@code avc: denied { stop } for auid=n/a uid=0 gid=0
 * path="/usr/lib/systemd/system/x.service" cmdline="systemctl stop x"
 * function="bus_unit_method_kill" scontext=… tclass=service permissive=1}. What was refused did not
 * happen.
 */
final class AccessFacts {
  private static final String AVC = "avc:";
  private static final String STOP = "{ stop }";

  private AccessFacts() {}

  static void give(EventReading event, FactSink sink) {
    event
        .find(RecordType.USER_AVC)
        .map(record -> new String(record.bytes(), UTF_8))
        .filter(text -> text.contains(AVC))
        .map(text -> text.substring(text.indexOf(AVC)))
        .filter(AccessFacts::allowedStop)
        .ifPresent(text -> request(text, event, sink));
  }

  private static boolean allowedStop(String text) {
    boolean allowed = text.contains(" granted ") || text.contains(" permissive=1");
    return allowed && text.contains(STOP) && text.contains(" tclass=service");
  }

  private static void request(String text, EventReading event, FactSink sink) {
    Optional<String> unit =
        quoted(text, " path=").map(path -> path.substring(path.lastIndexOf('/') + 1));
    boolean kill = quoted(text, " function=").filter(name -> name.endsWith("_kill")).isPresent();
    if (unit.filter(name -> name.contains(".")).isPresent()) {
      sink.fact(
          new UnitChanged(
              event.provenance(),
              unit,
              Optional.empty(),
              Optional.empty(),
              UnitChanged.Witness.AUDIT,
              new UnitChanged.Requested(kill ? "kill" : "stop", client(text))));
    }
  }

  private static Actor client(String text) {
    return new Actor(
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        quoted(text, " cmdline="),
        user(text, " auid="),
        user(text, " uid="),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        word(text, " scontext="));
  }

  private static Optional<UserId> user(String text, String key) {
    return word(text, key)
        .map(value -> value.getBytes(UTF_8))
        .map(digits -> FieldDecoder.decimal(digits, 0, digits.length))
        .filter(number -> !FieldDecoder.isUnset(number))
        .map(number -> new UserId(number, Optional.empty()));
  }

  private static Optional<String> word(String text, String key) {
    return value(text, key, " ");
  }

  private static Optional<String> quoted(String text, String key) {
    return value(text, key + '"', "\"");
  }

  private static Optional<String> value(String text, String key, String end) {
    int from = text.indexOf(key);
    int to = from < 0 ? -1 : text.indexOf(end, from + key.length());
    return to < 0
        ? Optional.empty()
        : Optional.of(text.substring(from + key.length(), to)).filter(value -> !value.isBlank());
  }
}
