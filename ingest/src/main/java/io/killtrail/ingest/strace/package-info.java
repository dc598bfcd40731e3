/**
 * What strace shows of signals: {@link io.killtrail.ingest.strace.StraceReader} reads who sent
 * them, by the siginfo that the traced process got, and how the process ended.
 *
 * <p>Knows nothing of what is traced besides.
 */
package io.killtrail.ingest.strace;
