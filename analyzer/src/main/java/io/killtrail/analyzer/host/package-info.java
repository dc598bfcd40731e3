/**
 * From the facts of an index to the facts of one host in order of time: {@link
 * io.killtrail.analyzer.host.HostFacts#load}. Decides here, at read time, which host a fact belongs
 * to, what stamps without year and zone mean, which of several observations of one event counts,
 * and which are shadowed by better ones, because the evidence for that may come later than the
 * fact.
 *
 * <p>Knows no verdicts.
 */
package io.killtrail.analyzer.host;
