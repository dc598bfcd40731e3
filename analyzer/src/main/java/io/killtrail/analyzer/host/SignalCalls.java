package io.killtrail.analyzer.host;

import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** What the recorded signals prove of the rules: that a call was watched, and by which keys. */
public final class SignalCalls {
  private static final int MOST_KEYS = 64;

  private final Set<SignalCall> calls = EnumSet.noneOf(SignalCall.class);
  private final Set<String> keys = new TreeSet<>();
  private boolean byManager;

  void add(SignalSent signal) {
    signal.call().ifPresent(calls::add);
    if (signal.key().isPresent() && keys.size() < MOST_KEYS) {
      keys.add(signal.key().get());
    }
    byManager |= signal.byManager();
  }

  /** Whether any call of this kind was recorded. */
  public boolean recorded(SignalCall call) {
    return calls.contains(call);
  }

  /** Whether any signal of the service manager was recorded. */
  public boolean byManager() {
    return byManager;
  }

  /** Whether a rule with this key recorded a signal; a record of several rules has several keys. */
  public boolean hasKey(String key) {
    return keys.contains(key)
        || keys.stream().anyMatch(all -> ("," + all + ",").contains("," + key + ","));
  }
}
