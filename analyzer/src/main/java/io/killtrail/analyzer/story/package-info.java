/**
 * One death told step by step. {@link io.killtrail.analyzer.story.Story} puts the evidence of a
 * case in order, with what happened around it: boots, what a PID file held before, what the manager
 * did then. It draws no conclusion of its own.
 *
 * <p>Knows no Lucene and no format.
 */
package io.killtrail.analyzer.story;
