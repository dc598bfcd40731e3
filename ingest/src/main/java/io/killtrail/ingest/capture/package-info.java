/**
 * What this machine is at one moment: {@link io.killtrail.ingest.capture.HostCapture} reads
 * processes and threads below {@code /proc}, and PID files wherever hosts keep them.
 *
 * <p>Whatever ends meanwhile is left out; what may not be looked at is said. Nothing is signalled,
 * nothing written. Knows nothing of what a snapshot looks like in a file.
 */
package io.killtrail.ingest.capture;
