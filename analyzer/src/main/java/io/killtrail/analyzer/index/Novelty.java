package io.killtrail.analyzer.index;

/**
 * Tells which facts can't be in the index yet, so that most need no look-up: those later than all
 * that were written before. A log mostly tells its events in order of time, so this holds for
 * nearly all.
 */
final class Novelty {
  private long latestMicros;

  Novelty(long latestMicros) {
    this.latestMicros = latestMicros;
  }

  boolean surelyNew(long micros) {
    if (micros > latestMicros) {
      latestMicros = micros;
      return true;
    }
    return false;
  }
}
