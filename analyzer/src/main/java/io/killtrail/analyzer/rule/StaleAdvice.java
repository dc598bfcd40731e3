package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.ingest.fact.Actor;

/** What keeps a stale PID file from ending somebody again. */
final class StaleAdvice {
  private StaleAdvice() {}

  static void give(Verdict.Builder verdict, Delivery deciding, HostHistory history) {
    Actor sender = deciding.signal().sender();
    if (Senders.isKillTool(sender) || Senders.isPidFileTool(sender) || Senders.isScript(sender)) {
      ofTool(verdict);
    } else {
      ofDaemon(verdict);
    }
    Senders.launchers(deciding, history).stream()
        .filter(life -> deciding.victim().filter(life::equals).isPresent())
        .findFirst()
        .ifPresent(
            victim -> {
              verdict.evidence(Telling.launched(deciding.sender().orElseThrow(), victim));
              verdict.advice(
                  "The sender was started by its own victim: a daemon should not launch another one.");
            });
  }

  private static void ofDaemon(Verdict.Builder verdict) {
    verdict.advice(
        "The daemon that sent the signal should not use a PID file: under systemd, $MAINPID serves reload,"
            + " and the manager itself knows whether another instance runs.");
    verdict.advice(
        "If it needs one, put it under RuntimeDirectory= (in /run, gone at boot) and compare the process's"
            + " start time with the file's before any signal.");
  }

  private static void ofTool(Verdict.Builder verdict) {
    verdict.advice(
        "Whoever stops a daemon by its PID file should let the service manager do it: it knows its processes,"
            + " and systemctl stop and systemctl kill need no file.");
    verdict.advice(
        "Where that can't be, check what has the number before any signal: start-stop-daemon does with --exec"
            + " beside --pidfile, pkill with a pattern beside --pidfile.");
  }
}
