/**
 * The {@code killtrail} command. {@link io.killtrail.cli.Main} reads the command line; each
 * subcommand is a class that takes its options, calls the library and prints.
 *
 * <p>Here, and only here, the process itself is met: standard streams, exit status, signals.
 */
package io.killtrail.cli;
