/**
 * Binary journals ({@code *.journal}), read by the journalctl(1) of the analysing machine: {@link
 * io.killtrail.ingest.journalfile.JournalFiles}. The format is systemd's own and changes with it;
 * journalctl reads every version up to its own, and its JSON goes through the reader for JSON.
 *
 * <p>The only package of ingest that starts a process; knows nothing of entries and facts.
 */
package io.killtrail.ingest.journalfile;
