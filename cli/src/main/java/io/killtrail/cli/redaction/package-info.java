/**
 * Pseudonyms in the place of names, where they were asked for: {@link
 * io.killtrail.cli.redaction.Redaction} stands between what was found and what is printed.
 *
 * <p>What counts as a name is {@code io.killtrail.reports.redact}'s to know.
 */
package io.killtrail.cli.redaction;
