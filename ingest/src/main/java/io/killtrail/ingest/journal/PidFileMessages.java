package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.PidFileSeen;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The service manager found a number in a PID file that names no process: {@code PID 350 read from
 * file /run/a.pid does not exist.} (v183 to v208), {@code … does not exist or is a zombie.} (up to
 * v236). Later versions write the number without the file.
 */
final class PidFileMessages implements MessageReader {
  private static final String READ = " read from file ";
  private static final String GONE = " does not exist";

  @Override
  public void read(Message message, EntryFacts facts) {
    if (!message.fromSystemManager()) {
      return;
    }
    String text = message.text();
    int pid = text.startsWith("PID ") ? 0 : text.indexOf(": PID ") + 2;
    OptionalInt number =
        text.startsWith("PID ", pid) ? Digits.integerAt(text, pid + 4) : OptionalInt.empty();
    int read = text.indexOf(READ);
    int gone = text.indexOf(GONE, Math.max(read, 0));
    if (number.isPresent() && read > 0 && gone > read) {
      String path = text.substring(read + READ.length(), gone);
      Actor manager = Actor.of(1, Optional.of("systemd"), Optional.empty());
      facts.add(
          provenance ->
              new PidFileSeen(
                  provenance,
                  PidFileSeen.By.READ,
                  path,
                  number,
                  Optional.empty(),
                  OptionalLong.empty(),
                  manager));
    }
  }
}
