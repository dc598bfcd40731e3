package io.killtrail.analyzer;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.index.FactIndexReader;
import java.io.IOException;

/** Draws the conclusions from all facts of an index. */
public final class Analyzer {
  private Analyzer() {}

  /**
   * The same facts always give the same analysis, whatever the order in which they were ingested.
   */
  public static Analysis analyze(FactIndexReader index) throws IOException {
    return null;
  }
}
