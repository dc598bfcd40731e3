/**
 * Reports as CSV for spreadsheets and scripts: {@link io.killtrail.reports.csv.CsvReport} writes
 * one {@link io.killtrail.reports.csv.Section} of a report. Columns bear the names of the JSON
 * fields, dotted where those are nested.
 *
 * <p>RFC 4180 in UTF-8. A cell of text never begins like a formula. What is unknown is empty.
 */
package io.killtrail.reports.csv;
