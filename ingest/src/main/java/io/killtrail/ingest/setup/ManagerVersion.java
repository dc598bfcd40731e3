package io.killtrail.ingest.setup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of systemd in {@code Version=252.39-1~deb12u1} or {@code libsystemd-shared-252.so}.
 */
final class ManagerVersion {
  private static final Pattern NUMBER = Pattern.compile("(?:Version=v?|shared-v?)(\\d{2,4})\\b");

  private ManagerVersion() {}

  static Optional<Integer> read(String text) {
    Matcher found = NUMBER.matcher(text);
    return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
  }
}
