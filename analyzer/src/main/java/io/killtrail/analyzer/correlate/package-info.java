/**
 * From the facts of one host to its cases: {@link io.killtrail.analyzer.correlate.Correlator}, a
 * pure function and the only place where verdicts become cases. Deaths come from {@code
 * analyzer.death}, the reasons from {@code analyzer.rule}.
 *
 * <p>Must not know Lucene, Spark, files or formats.
 */
package io.killtrail.analyzer.correlate;
