/**
 * Options that several subcommands share, as picocli mixins, and what their values mean: {@link
 * io.killtrail.cli.option.TimeArgument} for times, causes and flags by the words of the report.
 *
 * <p>Knows no subcommand and does no work.
 */
package io.killtrail.cli.option;
