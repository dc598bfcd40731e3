/**
 * Files and bytes: which files a named path stands for and in which order, decompression, lines
 * with their offsets ({@link io.killtrail.ingest.source.LineReader}), what a file is by its
 * content.
 *
 * <p>Knows nothing of what the lines mean.
 */
package io.killtrail.ingest.source;
