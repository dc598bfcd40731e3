package io.killtrail.cli;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** What libraries log says nothing to the people who run the command. */
final class Logging {
  private Logging() {}

  static void silence() {
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.OFF);
  }
}
