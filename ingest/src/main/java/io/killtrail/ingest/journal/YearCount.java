package io.killtrail.ingest.journal;

/** Counts the years along lines whose stamps have none, by the turns from December to January. */
final class YearCount {
  private final int direction;
  private int month;
  private int years;

  /**
   * Begins with the first line.
   *
   * @param reversed whether the newest line comes first
   */
  YearCount(boolean reversed) {
    this.direction = reversed ? -1 : 1;
  }

  /** The year of the next line, as years after that of the first one. */
  int of(Stamp.Yearless stamp) {
    int step = month == 0 ? 0 : direction * (stamp.month() - month);
    if (step <= -2) {
      years += direction;
    } else if (step == 11) {
      // Lines of several senders mix around midnight of New Year: this one belongs before it.
      years -= direction;
    }
    // A step back of one month is such a late line too, at the turn of a month.
    month = stamp.month();
    return years;
  }
}
