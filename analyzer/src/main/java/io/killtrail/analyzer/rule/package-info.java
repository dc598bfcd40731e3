/**
 * Why somebody died: one small rule for each cause, asked in the order of precedence. {@link
 * io.killtrail.analyzer.rule.Rules#judge} is the entry. To add a rule, write a class that
 * implements {@link io.killtrail.analyzer.rule.Rule} and give it its place in {@code Rules}.
 *
 * <p>Rules know facts, lives and deaths, never files, units or names of any one host.
 */
package io.killtrail.analyzer.rule;
