/**
 * How charts look and how they become bytes: {@link io.killtrail.reports.chart.draw.Look} holds
 * fonts, colours and the frame of all charts, {@link io.killtrail.reports.chart.draw.SvgDocument}
 * and {@link io.killtrail.reports.chart.draw.Png} write them.
 *
 * <p>Knows no report.
 */
package io.killtrail.reports.chart.draw;
