/**
 * Reports that are made again and again. {@link io.killtrail.cli.schedule.Schedule} keeps in the
 * directory of the index what its reports told, so that the next one goes on from there; names of
 * files with the date in them; mail.
 *
 * <p>Knows no format of a report.
 */
package io.killtrail.cli.schedule;
