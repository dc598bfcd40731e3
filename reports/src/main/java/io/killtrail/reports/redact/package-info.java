/**
 * Reports and facts that can be shared: user names, hosts, addresses and command arguments become
 * stable pseudonyms. {@link io.killtrail.reports.redact.Redactor} turns a report into a report and
 * a fact into a fact, so that no writer needs to know of it.
 *
 * <p>Pids, executables, units, signals, times and PID files stay, and so do the numbers of users.
 */
package io.killtrail.reports.redact;
