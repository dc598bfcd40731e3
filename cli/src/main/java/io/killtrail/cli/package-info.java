/**
 * The {@code killtrail} command. {@link io.killtrail.cli.Main} reads the command line and hands it
 * to a subcommand: a class in the package of its kind, which takes its options, calls the library
 * and prints.
 *
 * <p>Here and below, and nowhere else, the process itself is met: standard streams, exit status,
 * signals.
 */
package io.killtrail.cli;
