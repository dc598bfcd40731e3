package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.UnitChanged;
import java.util.Optional;

/**
 * systemd-oomd names the cgroup that it killed: {@code Killed /system.slice/app.service due to
 * memory pressure for …} (v247 and later), whose last part is the unit.
 */
final class OomdMessages implements MessageReader {
  private static final String KILLED = "Killed /";
  private static final String REASON = " due to memory ";

  @Override
  public void read(Message message, EntryFacts facts) {
    String text = message.text();
    int reason = text.startsWith(KILLED) ? text.indexOf(REASON) : -1;
    if (reason < 0 || !message.from("systemd-oomd")) {
      return;
    }
    Optional<String> unit = Cgroup.unit(text.substring(0, reason));
    if (unit.isPresent()) {
      facts.add(
          provenance ->
              new UnitChanged(
                  provenance,
                  unit,
                  Optional.empty(),
                  Optional.empty(),
                  UnitChanged.Witness.SYSTEM_MANAGER,
                  new UnitChanged.OutOfMemory()));
    }
  }
}
