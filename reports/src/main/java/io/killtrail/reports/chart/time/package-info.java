/**
 * Time on charts: {@link io.killtrail.reports.chart.time.TimeAxes} makes axes whose dates and zone
 * nobody can misread.
 */
package io.killtrail.reports.chart.time;
