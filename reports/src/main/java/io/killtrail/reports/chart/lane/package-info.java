/**
 * What went on from when to when, a row for each: {@link
 * io.killtrail.reports.chart.lane.LoopPicture} shows restart loops, {@link
 * io.killtrail.reports.chart.lane.CoveragePicture} what was watched.
 */
package io.killtrail.reports.chart.lane;
