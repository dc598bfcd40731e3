/**
 * {@code killtrail analyze} and {@code killtrail report}: one report in all its formats, by {@link
 * io.killtrail.cli.report.ReportRun}, with charts, schedules and what a site expects.
 *
 * <p>Writes no format itself: those are in {@code io.killtrail.reports}.
 */
package io.killtrail.cli.report;
