package io.killtrail.ingest.audit;

/** What is used again for every event. */
final class Workbench {
  /** Fields of the SYSCALL record, else of the first. */
  final RecordFields main = new RecordFields();

  /** Fields of the record just looked at. */
  final RecordFields other = new RecordFields();

  final SyscallTable syscalls = SyscallTable.load();
}
