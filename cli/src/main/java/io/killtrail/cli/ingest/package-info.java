/**
 * {@code killtrail ingest}, and how every command reads evidence into an index: {@link
 * io.killtrail.cli.ingest.IngestRun}.
 *
 * <p>Judges nothing.
 */
package io.killtrail.cli.ingest;
