/**
 * The picture that explains the whole matter: {@link
 * io.killtrail.reports.chart.collision.CollisionPicture} shows who had which numbers when a stale
 * PID file was trusted. Boots are columns, processes bands of their threads' numbers, the number in
 * the file is a line, and the signal a mark where the line meets the band.
 */
package io.killtrail.reports.chart.collision;
