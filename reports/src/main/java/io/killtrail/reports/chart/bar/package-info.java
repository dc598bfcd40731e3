/**
 * How many: signals over time, and deaths by unit and by sender. Counted by {@link
 * io.killtrail.reports.chart.bar.Tally}, drawn by {@link io.killtrail.reports.chart.bar.BarPicture}
 * as lying bars, and by {@link io.killtrail.reports.chart.bar.SignalPicture} over time.
 */
package io.killtrail.reports.chart.bar;
