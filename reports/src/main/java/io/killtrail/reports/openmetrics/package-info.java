/**
 * Counts of a report for monitoring. {@link io.killtrail.reports.openmetrics.OpenMetricsReport}
 * writes them as text that is both OpenMetrics 1.0 and the older Prometheus format 0.0.4, which the
 * node exporter's textfile collector reads.
 *
 * <p>Only gauges without time stamps are written: of all else the two formats differ, or the
 * collector refuses it. The number of series is bounded, whatever a log says.
 */
package io.killtrail.reports.openmetrics;
