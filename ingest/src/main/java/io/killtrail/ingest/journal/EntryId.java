package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.FactId;

/** The identity of an entry, which its facts share. */
interface EntryId {
  /**
   * The id of one of the entry's facts.
   *
   * @param ordinal 0 for the first; always the same for the same kind of fact of the same entry
   */
  FactId fact(int ordinal);

  /** An entry with a text of its own that names it, such as its cursor. */
  static EntryId of(String text) {
    return ordinal ->
        new FactId(ordinal == 0 ? "journal:" + text : "journal:" + text + '/' + ordinal);
  }
}
