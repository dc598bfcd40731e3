/**
 * The systemd journal: {@link io.killtrail.ingest.journal.JournalJsonReader} reads {@code
 * journalctl -o json}, {@link io.killtrail.ingest.journal.JournalShortReader} text forms and syslog
 * files, {@link io.killtrail.ingest.journal.SystemctlStatusReader} status blocks, {@link
 * io.killtrail.ingest.journal.KernelLogReader} the kernel's own log.
 *
 * <p>All turn their lines into a {@code Message} and hand it to the same {@code MessageReader}s,
 * one for each kind of speaker (service manager, kernel, sudo, systemd-coredump, journald), so that
 * a wording is known in one place. To learn another kind of message, add a reader to {@code
 * MessageReaders}.
 *
 * <p>Knows nothing of files, of auditd's log format, and of what the facts mean for each other.
 */
package io.killtrail.ingest.journal;
