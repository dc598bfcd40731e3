/**
 * Facts to cases. {@link io.killtrail.analyzer.Analyzer} reads a fact index and gives an {@link
 * io.killtrail.analyzer.cases.Analysis}.
 */
package io.killtrail.analyzer;
