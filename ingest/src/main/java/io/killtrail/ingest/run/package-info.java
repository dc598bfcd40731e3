/**
 * An ingest run: {@link io.killtrail.ingest.run.Ingester} takes what a user names (files,
 * directories, standard input), finds out what each file is from its content, reads rotated sets
 * oldest first with one reader, and tells how every input ended.
 *
 * <p>The only package of ingest that knows all readers; knows no index and no verdicts.
 */
package io.killtrail.ingest.run;
