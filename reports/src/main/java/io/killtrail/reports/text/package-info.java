/**
 * Reports for a terminal. {@link io.killtrail.reports.text.TextReport} writes one; {@link
 * io.killtrail.reports.text.FactLine} tells a single fact in one line.
 *
 * <p>What comes out of a log belongs to whoever was logged, perhaps an attacker: {@link
 * io.killtrail.reports.text.TerminalText} makes it harmless, and everything that a report prints
 * goes through it. Zone, width and colours come from outside.
 */
package io.killtrail.reports.text;
