/**
 * Reports as one HTML file for browsers. {@link io.killtrail.reports.html.HtmlReport} writes one;
 * {@link io.killtrail.reports.html.Figures} gives it pictures.
 *
 * <p>The file needs no network and no script to be read; the script only filters, sorts and opens.
 * Text out of a log reaches the page through {@link io.killtrail.reports.html.Markup} alone, which
 * escapes it by {@link io.killtrail.reports.html.HtmlText}; style and script are resources, never
 * made of data, and the page's security policy admits just these, by their digests.
 */
package io.killtrail.reports.html;
