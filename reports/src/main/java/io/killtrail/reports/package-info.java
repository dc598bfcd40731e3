/**
 * Cases to reports. {@link io.killtrail.reports.model.Report} is what there is to tell; each format
 * has a package with one writer.
 *
 * <p>Writers take a report and an {@link java.lang.Appendable}, never a path, and the same report
 * always gives the same bytes. They draw no conclusions of their own.
 */
package io.killtrail.reports;
