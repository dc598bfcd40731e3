/**
 * One run of the command as its user meets it: streams, pager, progress, files that are written,
 * exit status. {@link io.killtrail.cli.session.Session} holds what a subcommand reads from and
 * prints to.
 *
 * <p>Knows no subcommand.
 */
package io.killtrail.cli.session;
