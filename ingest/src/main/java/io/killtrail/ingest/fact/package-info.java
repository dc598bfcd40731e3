/**
 * What killtrail keeps: small, typed, self-contained statements of the evidence, each with its
 * provenance. Start at {@link io.killtrail.ingest.fact.Fact}.
 *
 * <p>Facts say what a record says and nothing more: no verdicts, no guesses, no look-ups on the
 * analysing machine. This package knows neither formats nor files nor Lucene.
 */
package io.killtrail.ingest.fact;
