/**
 * Queries in Lucene syntax, as users type them. {@link io.killtrail.analyzer.query.QueryReader}
 * reads one over a list of {@link io.killtrail.analyzer.query.QueryFields}, {@link
 * io.killtrail.analyzer.query.RowSearch} answers some over rows that no index holds.
 *
 * <p>Knows which fields there are only from its caller: neither facts nor cases.
 */
package io.killtrail.analyzer.query;
