/**
 * Snapshots of processes, threads and PID files as CSV: {@link
 * io.killtrail.ingest.snapshot.SnapshotReader}.
 *
 * <p>Knows nothing of how a snapshot is taken, and of what the facts mean for each other.
 */
package io.killtrail.ingest.snapshot;
