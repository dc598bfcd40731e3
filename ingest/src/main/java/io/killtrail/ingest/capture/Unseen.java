package io.killtrail.ingest.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what may not be looked at; several threads do. */
final class Unseen {
  private final AtomicInteger exes = new AtomicInteger();
  private final AtomicBoolean hidden = new AtomicBoolean();

  /** The executable of one process. */
  void exe() {
    exes.incrementAndGet();
  }

  /** Processes of other users (hidepid, proc(5)). */
  void hidden() {
    hidden.set(true);
  }

  /** For people. */
  List<String> told() {
    List<String> told = new ArrayList<>();
    if (hidden.get()) {
      told.add("/proc hides processes of other users (hidepid): run it as root to see them");
    }
    if (exes.get() > 0) {
      told.add("executables of processes that may not be looked at: " + exes);
    }
    return told;
  }
}
