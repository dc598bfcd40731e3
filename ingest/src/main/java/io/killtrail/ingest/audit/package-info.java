/**
 * Audit records to facts. {@link io.killtrail.ingest.audit.AuditLogReader} reads auditd's log;
 * {@link io.killtrail.ingest.audit.AuditStream} takes records that came another way.
 *
 * <p>Three steps: a line's grammar ({@code AuditRecordParser}, {@code FieldCursor}), records of one
 * event put together ({@code EventAssembler}), what an event says ({@code AuditFacts}). Knows no
 * files and no verdicts, and never looks anything up on this machine.
 */
package io.killtrail.ingest.audit;
