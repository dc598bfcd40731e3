/**
 * The fact index on Lucene: {@link io.killtrail.analyzer.index.FactIndexWriter} takes facts from an
 * ingest run, {@link io.killtrail.analyzer.index.FactIndexReader} gives them back. Its care are
 * {@link io.killtrail.analyzer.index.IndexCheck}, {@link io.killtrail.analyzer.index.IndexPruning}
 * and {@link io.killtrail.analyzer.index.IndexMerge}.
 *
 * <p>Stores facts, never verdicts. Field names stand in one schema class.
 */
package io.killtrail.analyzer.index;
