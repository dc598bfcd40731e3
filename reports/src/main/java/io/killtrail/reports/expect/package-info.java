/**
 * What a site says is meant there. {@link io.killtrail.reports.expect.ExpectFile} reads the rules
 * of a site, {@link io.killtrail.reports.expect.Expectations} tells which cases of an analysis they
 * expect.
 *
 * <p>A rule takes flags away and says so; cause, confidence and evidence are never its business.
 */
package io.killtrail.reports.expect;
