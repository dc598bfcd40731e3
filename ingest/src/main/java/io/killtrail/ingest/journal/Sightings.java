package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.ProcessSeen;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells which processes speak, once for each look that they have: a sighting like the last one of
 * the same process says nothing new.
 */
final class Sightings {
  /**
   * As many processes as this many bits can number are remembered. Where two share a slot one is
   * forgotten, and told once more.
   */
  private static final int SLOT_BITS = 15;

  private final long[] seen = new long[1 << SLOT_BITS];

  /** Gives the speaker of the message, if there is one with a new look. */
  void read(Message message, EntryFacts facts) {
    Optional<Actor> speaker = Speaker.of(message);
    if (speaker.isEmpty()) {
      return;
    }
    int ordinal = facts.reserve();
    Optional<String> unit = message.fields().get(JournalField.SYSTEMD_UNIT);
    if (isNew(facts.origin(), speaker.get(), unit)) {
      facts.add(
          ordinal,
          provenance ->
              new ProcessSeen(
                  provenance,
                  ProcessSeen.By.JOURNAL,
                  speaker.get(),
                  Optional.empty(),
                  unit,
                  List.of()));
    }
  }

  private boolean isNew(Origin origin, Actor speaker, Optional<String> unit) {
    int place = 31 * origin.node().hashCode() + origin.bootId().hashCode();
    int pid = speaker.pid().getAsInt();
    int slot = ((31 * place + pid) * 0x9E3779B9) >>> (Integer.SIZE - SLOT_BITS);
    long look = ((long) speaker.hashCode() << 32) | (Objects.hash(place, unit) & 0xFFFF_FFFFL);
    boolean different = seen[slot] != look;
    seen[slot] = look;
    return different;
  }
}
