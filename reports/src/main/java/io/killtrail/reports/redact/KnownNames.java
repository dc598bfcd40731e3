package io.killtrail.reports.redact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The names of users and hosts that the evidence gives, gathered so that they can be found where no
 * field says what they are, in the name of a unit for example.
 */
final class KnownNames {
  /** A log can make up names without end; real ones are fewer. */
  private static final int MOST = 100_000;

  /** A letter alone stands in every other sentence. */
  private static final int SHORTEST = 2;

  private static final String WELL_KNOWN = "well-known-accounts.txt";

  private static final Set<String> NO_NAMES =
      Set.of("unset", "none", "(none)", "unknown", "(unknown)", "null", "(null)", "invalid");

  private static final Set<String> NO_HOSTS =
      Set.of("localhost", "localhost.localdomain", "localhost6", "none", "unset", "unknown");

  private final Set<String> wellKnown = wellKnown();
  private final Set<String> users = new TreeSet<>();
  private final Set<String> hosts = new TreeSet<>();

  private static Set<String> wellKnown() {
    try (InputStream in = KnownNames.class.getResourceAsStream(WELL_KNOWN);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.strip().toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether it is the name of a user that must not be told; numbers and accounts of packages may.
   */
  boolean isUser(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return hasLetter(name) && !NO_NAMES.contains(small) && !wellKnown.contains(small);
  }

  /** Whether it is the name of a host that must not be told. */
  boolean isHost(String name) {
    return hasLetter(name) && !NO_HOSTS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean hasLetter(String name) {
    return name.codePoints().anyMatch(Character::isLetter);
  }

  void addUser(String name) {
    add(name, users, isUser(name));
  }

  void addHost(String name) {
    add(name, hosts, isHost(name) && !Addresses.isOne(name));
  }

  private static void add(String name, Set<String> names, boolean told) {
    String small = name.strip().toLowerCase(Locale.ROOT);
    if (told && small.length() >= SHORTEST && names.size() < MOST) {
      names.add(small);
    }
  }

  Set<String> users() {
    return Collections.unmodifiableSet(users);
  }

  Set<String> hosts() {
    return Collections.unmodifiableSet(hosts);
  }
}
