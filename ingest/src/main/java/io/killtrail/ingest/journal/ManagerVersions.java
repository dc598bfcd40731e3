package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.Configured.ManagerVersion;
import java.util.OptionalInt;

/** {@code systemd 257.13-1~deb13u1 running in system mode (+PAM +AUDIT …)}, once a boot. */
final class ManagerVersions implements MessageReader {
  private static final String START = "systemd ";

  @Override
  public void read(Message message, EntryFacts facts) {
    String text = message.text();
    if (message.fromSystemManager()
        && text.startsWith(START)
        && text.contains(" running in system mode")) {
      OptionalInt version = Digits.integerAt(text, START.length());
      if (version.isPresent()) {
        facts.add(provenance -> new Configured(provenance, new ManagerVersion(version.getAsInt())));
      }
    }
  }
}
