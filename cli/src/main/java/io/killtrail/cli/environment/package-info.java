/**
 * What the command finds around it: variables, clock, zone, terminal, user. {@link
 * io.killtrail.cli.environment.Environment} is read once at the start and handed in, so that tests
 * can bring their own.
 */
package io.killtrail.cli.environment;
