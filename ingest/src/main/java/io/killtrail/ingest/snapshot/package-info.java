/**
 * Snapshots of processes, threads and PID files as CSV: {@link
 * io.killtrail.ingest.snapshot.SnapshotReader} reads what {@link
 * io.killtrail.ingest.snapshot.SnapshotWriter} writes, and {@link
 * io.killtrail.ingest.snapshot.SnapshotSeries} writes of many only what changes.
 *
 * <p>Knows nothing of how a snapshot is taken, and of what the facts mean for each other.
 */
package io.killtrail.ingest.snapshot;
