/**
 * Bytes to facts: the contracts between those who read and those who take. A {@link
 * io.killtrail.ingest.FormatReader} reads inputs of one format and gives facts to a {@link
 * io.killtrail.ingest.FactSink}; {@code ingest.run} puts a whole run together.
 *
 * <p>Knows formats by name only, no index, no verdicts and no clock of its own.
 */
package io.killtrail.ingest;
