/**
 * Who was alive when: the evidence of one host compacted to what can be looked up. {@link
 * io.killtrail.analyzer.history.HostHistory} answers which process had a number at a time, whose
 * thread a number was, what a PID file held, and in which boot a time lies.
 *
 * <p>Knows no signals' verdicts and no index.
 */
package io.killtrail.analyzer.history;
