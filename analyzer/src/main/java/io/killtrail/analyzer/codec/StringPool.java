package io.killtrail.analyzer.codec;

import java.util.HashMap;
import java.util.Map;

/**
 * Lets equal strings of many facts share memory. Bounded: beyond its limit a string is just not
 * shared. Not thread-safe.
 */
public final class StringPool {
  private static final int LIMIT = 100_000;
  private static final int LONGEST = 256;

  private final Map<String, String> known = new HashMap<>();

  String shared(String value) {
    if (value.length() > LONGEST) {
      return value;
    }
    String earlier = known.get(value);
    if (earlier != null) {
      return earlier;
    }
    if (known.size() < LIMIT) {
      known.put(value, value);
    }
    return value;
  }
}
