/**
 * What the evidence of one host does not cover: {@link io.killtrail.analyzer.coverage.Uncovered}
 * puts together holes in the audit serials, losses that the kernel and journald confess, auditd's
 * absences and what the rules leave out, as spans of time.
 *
 * <p>Decided from all evidence together, since one source may fill the holes of another. Knows no
 * deaths and no verdicts.
 */
package io.killtrail.analyzer.coverage;
