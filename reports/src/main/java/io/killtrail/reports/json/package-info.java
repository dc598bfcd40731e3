/**
 * Reports as JSON, schema {@code killtrail.report/1}. {@link io.killtrail.reports.json.JsonReport}
 * writes one; {@code killtrail.report-1.schema.json} beside it describes it for programs.
 *
 * <p>Stable: fields may be added, never renamed; what is unknown is {@code null}.
 */
package io.killtrail.reports.json;
