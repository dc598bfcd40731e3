/**
 * The findings of a report as rows. {@link io.killtrail.reports.table.CaseTables} and {@link
 * io.killtrail.reports.table.FindingTables} hold the {@link io.killtrail.reports.table.Column}s,
 * which are named as the fields of the JSON contract, dotted where those are nested.
 *
 * <p>Knows what stands in a cell, not how it is written: values are as the evidence has them.
 */
package io.killtrail.reports.table;
