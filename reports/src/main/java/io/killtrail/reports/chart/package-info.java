/**
 * Reports as pictures. {@link io.killtrail.reports.chart.Charts} gives those that have something to
 * show; a {@link io.killtrail.reports.chart.Chart} is written as SVG or PNG, and has its text
 * alternative.
 *
 * <p>The same report gives the same SVG on every machine: text is measured with the font that is
 * shipped, nothing is looked up in the system, and no ids are random. Must not know the command nor
 * where files go. Nothing else may load these classes: AWT is slow to start.
 */
package io.killtrail.reports.chart;
