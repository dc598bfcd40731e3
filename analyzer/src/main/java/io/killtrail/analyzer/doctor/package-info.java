/**
 * What a host fails to record: {@link io.killtrail.analyzer.doctor.Doctor} lets each {@link
 * io.killtrail.analyzer.doctor.Check} look at it and gathers their findings.
 *
 * <p>What is needed and what mends it is known in {@code recording}; how a host is looked at, in
 * {@code ingest.setup}. What could not be seen is unknown, never guessed. Changes nothing.
 */
package io.killtrail.analyzer.doctor;
