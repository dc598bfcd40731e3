/**
 * How a host is set up to record: {@link io.killtrail.ingest.setup.HostView} shows its files, what
 * auditctl and systemctl say, and how much room it has; of this host ({@code LiveView}) or of what
 * was saved of another one ({@code SavedView}).
 *
 * <p>Only looks, changes nothing, and says of all that it could not see why. Whatever a program
 * prints or a file holds is hostile: it is bounded here, and escaped where it is shown. What of it
 * is good or bad is not known here.
 */
package io.killtrail.ingest.setup;
