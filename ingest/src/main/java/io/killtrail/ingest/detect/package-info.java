/**
 * What an input is, by its content alone: {@link io.killtrail.ingest.detect.FormatDetector}.
 *
 * <p>Knows how each format begins; knows no file names and reads no facts.
 */
package io.killtrail.ingest.detect;
