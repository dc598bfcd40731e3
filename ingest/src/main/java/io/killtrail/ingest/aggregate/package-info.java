/**
 * Audit events that other programs have put together, one JSON object each: laurel, go-audit,
 * auditbeat, collectors of SIEMs. {@link io.killtrail.ingest.aggregate.AggregateReader} takes each
 * apart into the records it was made of and gives them to {@link
 * io.killtrail.ingest.audit.AuditStream}, so that what an event means is read in one place only.
 *
 * <p>One {@code Layout} for each program. Knows nothing of what records say.
 */
package io.killtrail.ingest.aggregate;
