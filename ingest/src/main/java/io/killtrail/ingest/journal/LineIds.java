package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.Fingerprint;
import java.util.HashMap;
import java.util.Map;

/**
 * Ids for lines that have none: by the line as written, so that they do not depend on the year and
 * zone assumed. Identical lines of one second are told apart by their number.
 */
final class LineIds {
  /** Identical lines are looked for among so many; a burst of more is not worth the memory. */
  private static final int MOST = 10_000;

  private final Map<String, Integer> second = new HashMap<>();
  private Object stamp = "";

  /** The id of the next line; it is worked out when a fact asks for it. */
  EntryId of(ShortLine line, String written) {
    if (!line.stamp().equals(stamp)) {
      stamp = line.stamp();
      second.clear();
    }
    return new Id(written);
  }

  private final class Id implements EntryId {
    private final String written;
    private String name = "";
    private int repeat;

    Id(String written) {
      this.written = written;
    }

    @Override
    public FactId fact(int ordinal) {
      if (name.isEmpty()) {
        name = "journal:" + Fingerprint.of(written);
        repeat = second.size() < MOST ? second.merge(name, 1, Integer::sum) - 1 : 0;
      }
      if (ordinal > 0) {
        return new FactId(name + '/' + repeat + '.' + ordinal);
      }
      return new FactId(repeat == 0 ? name : name + '/' + repeat);
    }
  }
}
