/**
 * What a host must record so that a question about a death can be decided: which audit rules and
 * which settings. {@link io.killtrail.analyzer.recording.RulesFile} writes the rules, {@link
 * io.killtrail.analyzer.recording.RuleSet} tells what given rules leave out, {@link
 * io.killtrail.analyzer.recording.Remedy} what mends a setting.
 *
 * <p>The rules file, {@code killtrail doctor} and the advice in reports all take it from here.
 * Knows no host, no deaths and no verdicts.
 */
package io.killtrail.analyzer.recording;
