package io.killtrail.ingest.journal;

/** Counts the years along lines whose stamps have none, by the turns from December to January. */
final class YearCount {
  private int month;
  private int years;

  /** The year of the next line, as years after that of the first one. */
  int of(Stamp.Yearless stamp) {
    int step = month == 0 ? 0 : stamp.month() - month;
    if (step <= -2) {
      years++;
    } else if (step == 11) {
      // Lines of several senders mix around midnight of New Year: this one belongs before it.
      years--;
    }
    // A step back of one month is such a late line too, at the turn of a month.
    month = stamp.month();
    return years;
  }
}
