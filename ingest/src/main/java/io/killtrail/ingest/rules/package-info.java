/**
 * Audit rules as files and {@code auditctl} have them: {@link
 * io.killtrail.ingest.rules.AuditRulesReader}.
 *
 * <p>Says what each line asks for; whether a host recorded so is not known here.
 */
package io.killtrail.ingest.rules;
