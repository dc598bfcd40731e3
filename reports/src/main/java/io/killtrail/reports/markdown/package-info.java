/**
 * Reports as GitHub-flavoured Markdown, for issue trackers and wikis. {@link
 * io.killtrail.reports.markdown.MarkdownReport} writes one, short enough for an issue.
 *
 * <p>All that can come out of a log stands in code spans: there it is neither markup nor HTML,
 * link, mention or reference.
 */
package io.killtrail.reports.markdown;
