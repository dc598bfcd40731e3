/**
 * Bytes to facts. {@link io.killtrail.ingest.Ingester} takes what a user names (files, directories,
 * standard input), finds out what each file is from its content, reads it and gives the facts to a
 * {@link io.killtrail.ingest.FactSink}.
 *
 * <p>Knows formats and files; knows no index, no verdicts and no clock of its own.
 */
package io.killtrail.ingest;
