package io.killtrail.reports;

import io.killtrail.analyzer.cases.Alternative;
import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.CoverageProblem;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.cases.Exit;
import io.killtrail.analyzer.cases.Expectation;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.cases.InputRead;
import io.killtrail.analyzer.cases.Limit;
import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.analyzer.cases.Signal;
import io.killtrail.analyzer.cases.SignalCounts;
import io.killtrail.analyzer.cases.SiteRule;
import io.killtrail.analyzer.cases.Target;
import io.killtrail.analyzer.cases.Victim;
import io.killtrail.ingest.fact.ProcessExited;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A hand-made analysis that has something of everything. */
public final class Sample {
  public static final Instant GENERATED = Instant.parse("2026-11-22T06:00:00Z");
  public static final Instant COLLISION = Instant.parse("2026-11-21T02:22:16.868Z");
  public static final Instant STOP = Instant.parse("2026-11-21T02:30:00.004Z");
  public static final Instant TIMEOUT = Instant.parse("2026-11-21T02:41:09.120Z");

  private static final String BOOT = "0f6d8b7bb2a94ac9a4d2cd1dbbb2ba50";

  private static final SiteRule RULE =
      new SiteRule(
          "/etc/killtrail/site.expect",
          4,
          Optional.of("victim.unit:nginx.service AND cause:unit-stop"),
          "the deploy tool stops nginx.service for each release");

  private static final SiteRule UNUSED =
      new SiteRule(
          "/etc/killtrail/site.expect",
          7,
          Optional.of("sender.exe:\"/usr/bin/healthd\""),
          "healthd ends what hangs");

  private Sample() {}

  public static Analysis analysis() {
    return with(List.of(timeout(), collision("helperd"), stop().meant(RULE)), loops());
  }

  /** The same with other cases. */
  public static Analysis withCases(List<Case> cases) {
    return with(cases, loops());
  }

  /** The same with other restart loops. */
  public static Analysis withLoops(List<RestartLoop> loops) {
    return with(analysis().cases(), loops);
  }

  private static Analysis with(List<Case> cases, List<RestartLoop> loops) {
    return new Analysis(
        Optional.of(Instant.parse("2026-11-21T02:20:01.100Z")),
        Optional.of(TIMEOUT),
        List.of("db02", "web01"),
        new SignalCounts(
            1234,
            17,
            Map.of(0, 400L, 9, 4L, 15, 830L),
            Map.of("/usr/lib/systemd/systemd", 800L, "/usr/bin/python3.11", 434L)),
        cases,
        List.of(
            new PresumedGroup(
                Optional.of("/usr/bin/pkill"),
                new Signal(9),
                Optional.of("worker"),
                20000,
                COLLISION,
                STOP)),
        loops,
        List.of(
            new NearMiss(
                Optional.of("web01"),
                STOP,
                helperd("helperd"),
                new Signal(0),
                new Target(Target.Kind.THREAD, OptionalInt.of(350)),
                NearMiss.Result.PROBE,
                pidFile(),
                "helperd[456] probed 350, which is a thread of java[281], not helperd")),
        List.of(
            new CoverageProblem(
                Optional.of("db02"),
                Optional.of(COLLISION),
                Optional.empty(),
                "no audit records of signals",
                "who sent a signal cannot be said")),
        List.of(
            new InputRead(
                "/evidence/audit.log",
                "audit log",
                Optional.of("a".repeat(64)),
                12345,
                2,
                Optional.empty()),
            new InputRead(
                "/evidence/gone.log", "audit log", Optional.empty(), 0, 0, Optional.of("cut off")),
            new InputRead(
                "/evidence/notes.txt",
                "not evidence",
                Optional.of("b".repeat(64)),
                0,
                0,
                Optional.empty())),
        List.of(new Expectation(RULE, 2), new Expectation(UNUSED, 0)),
        List.of());
  }

  private static List<RestartLoop> loops() {
    return List.of(
        new RestartLoop(
            Optional.of("web01"),
            "logship.service",
            312,
            OptionalInt.of(1),
            COLLISION,
            TIMEOUT,
            "It fails at once each time; RestartPreventExitStatus=1 ends the loop."));
  }

  public static Analysis empty() {
    return new Analysis(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new SignalCounts(0, 0, Map.of(), Map.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** An analysis with this text wherever a log can put one. */
  public static Analysis hostile(String text) {
    Analysis plain = analysis();
    return new Analysis(
        plain.from(),
        plain.to(),
        List.of(text),
        new SignalCounts(1, 0, Map.of(15, 1L), Map.of(text, 1L)),
        List.of(collision(text), stop().meant(rule(text))),
        List.of(
            new PresumedGroup(
                Optional.of(text), new Signal(9), Optional.of(text), 1, COLLISION, STOP)),
        List.of(
            new RestartLoop(
                Optional.of(text), text, 1, OptionalInt.empty(), COLLISION, STOP, text)),
        plain.nearMisses(),
        List.of(
            new CoverageProblem(Optional.of(text), Optional.empty(), Optional.empty(), text, text)),
        List.of(new InputRead(text, text, Optional.empty(), 0, 0, Optional.of(text))),
        List.of(new Expectation(rule(text), 1)),
        List.of());
  }

  private static SiteRule rule(String text) {
    return new SiteRule(text, 1, Optional.of(text), text);
  }

  public static Case collision(String sender) {
    Victim java = victim(281, "java", "appd.service");
    return new Case(
        "0123456789abcdef",
        List.of("fedcba9876543210"),
        Optional.of("web01"),
        Optional.of(BOOT),
        COLLISION,
        Cause.STALE_PID_FILE,
        List.of(Flag.STALE_PID_FILE_COLLISION, Flag.UNEXPECTED_143),
        false,
        Confidence.PROVEN,
        java,
        List.of(java),
        Optional.of(helperd(sender)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Signal(15)),
        Optional.of(new Target(Target.Kind.THREAD, OptionalInt.of(350))),
        Optional.of(pidFile()),
        new Exit(
            Optional.of(ProcessExited.How.EXITED), OptionalInt.of(143), Optional.of("exit-code")),
        Optional.empty(),
        sender
            + "[456] read the number 350 out of /var/lib/helperd/helperd.pid, left over from an"
            + " earlier boot, and sent SIGTERM to it; 350 was a thread of java[281], the main"
            + " process of appd.service, which exited with status 143.",
        List.of(
            new Evidence(
                "audit:1795228936.868:484",
                COLLISION,
                "kill(350, SIGTERM) by " + sender + "[456] reached pid 281"),
            new Evidence(
                "journal:s=1;i=2", COLLISION.plusMillis(120), "appd.service exited, status 143")),
        List.of(
            new Alternative(Cause.OWN_EXIT, "the signal stands 120 ms before the exit"),
            new Alternative(Cause.UNIT_STOP, "no stop job of appd.service ran")),
        List.of(
            "Let the service manager keep track of helperd ($MAINPID) instead of a PID file.",
            "Keep PID files below /run, which does not survive a reboot."),
        Optional.empty(),
        Optional.empty());
  }

  private static Case stop() {
    Victim nginx = victim(900, "nginx", "nginx.service");
    return new Case(
        "1111111111111111",
        List.of(),
        Optional.of("web01"),
        Optional.of(BOOT),
        STOP,
        Cause.UNIT_STOP,
        List.of(),
        true,
        Confidence.LIKELY,
        nginx,
        List.of(nginx, victim(901, "nginx", "nginx.service")),
        Optional.of(party(1, "systemd", "/usr/lib/systemd/systemd", Confidence.PROVEN)),
        Optional.of(party(777, "systemctl", "/usr/bin/systemctl", Confidence.LIKELY)),
        Optional.empty(),
        Optional.of(new Signal(15)),
        Optional.of(new Target(Target.Kind.PIDFD, OptionalInt.of(33))),
        Optional.empty(),
        new Exit(Optional.empty(), OptionalInt.empty(), Optional.of("success")),
        Optional.empty(),
        "systemd stopped nginx.service, most likely for systemctl[777].",
        List.of(new Evidence("audit:1795228999.004:500", STOP, "SIGTERM by systemd[1]")),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Case timeout() {
    Victim stubborn = victim(1200, "stubbornd", "stubbornd.service");
    return new Case(
        "2222222222222222",
        List.of(),
        Optional.of("db02"),
        Optional.empty(),
        TIMEOUT,
        Cause.STOP_TIMEOUT,
        List.of(),
        false,
        Confidence.PROVEN,
        stubborn,
        List.of(stubborn),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Signal(9)),
        Optional.empty(),
        Optional.empty(),
        new Exit(Optional.of(ProcessExited.How.KILLED), OptionalInt.of(9), Optional.of("timeout")),
        Optional.of(new Limit("TimeoutStopSec", OptionalLong.of(5))),
        "stubbornd[1200] did not end within 5 s of its stop and was killed.",
        List.of(new Evidence("journal:s=1;i=9", TIMEOUT, "State 'stop-sigterm' timed out")),
        List.of(),
        List.of("Raise TimeoutStopSec, or find out what it waits for."),
        Optional.empty(),
        Optional.empty());
  }

  private static Victim victim(int pid, String comm, String unit) {
    return new Victim(
        OptionalInt.of(pid),
        Optional.of(comm),
        Optional.of("/usr/bin/" + comm),
        Optional.of(unit),
        List.of("systemd[1]"));
  }

  private static PidFile pidFile() {
    return new PidFile(
        Optional.of("/var/lib/helperd/helperd.pid"),
        OptionalInt.of(350),
        Optional.of(Instant.parse("2026-11-20T23:10:00Z")),
        Optional.of(Instant.parse("2026-11-21T02:19:00Z")),
        PidFile.Matched.THREAD,
        Optional.of(new PidFile.Odds(6, 4, 0.71)));
  }

  private static Party helperd(String comm) {
    return new Party(
        OptionalInt.of(456),
        OptionalInt.of(1),
        Optional.of(comm),
        Optional.of("/usr/bin/python3.11"),
        Optional.of("/usr/bin/python3 /usr/sbin/" + comm),
        OptionalLong.empty(),
        Optional.empty(),
        OptionalLong.of(0),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.of("helperd.service"),
        List.of("systemd[1]"),
        Confidence.PROVEN);
  }

  private static Party party(int pid, String comm, String exe, Confidence confidence) {
    return new Party(
        OptionalInt.of(pid),
        OptionalInt.empty(),
        Optional.of(comm),
        Optional.of(exe),
        Optional.empty(),
        OptionalLong.of(1000),
        Optional.of("carol"),
        OptionalLong.of(0),
        Optional.of("pts0"),
        OptionalLong.of(3),
        Optional.empty(),
        List.of(),
        confidence);
  }
}
