/**
 * A host before anything happens: {@code snapshot}, {@code pidfiles}, {@code rules} and {@code
 * doctor}. Each is a class, such as {@link io.killtrail.cli.host.DoctorCommand}; what a snapshot is
 * written to is a {@link io.killtrail.cli.host.SnapshotTarget}.
 *
 * <p>They read this host or a copy of another; they write only what they were told to.
 */
package io.killtrail.cli.host;
