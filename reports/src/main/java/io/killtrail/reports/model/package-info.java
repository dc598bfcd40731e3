/**
 * What a report tells. {@link io.killtrail.reports.model.Report} holds the part of an analysis that
 * was asked for by a {@link io.killtrail.reports.model.ReportFilter}, and the counts over it.
 *
 * <p>Knows no format, no clock and no terminal.
 */
package io.killtrail.reports.model;
