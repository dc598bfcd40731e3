package io.killtrail.analyzer;

import io.killtrail.analyzer.correlate.Correlator;
import io.killtrail.analyzer.correlate.HostFindings;
import io.killtrail.analyzer.host.HostEvidence;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Evidence of one host in words: each call adds a fact at the time that was last said. */
public final class Story {
  /** The day of all stories; times are given as {@code HH:MM:SS[.mmm]}, or in full. */
  private static final String DAY = "2026-11-21T";

  /** Of every PID file, unless said. */
  private static final long INODE = 4711;

  private final Optional<String> host;
  private final List<Fact> facts = new ArrayList<>();
  private Optional<String> boot = Optional.empty();
  private Instant now = time("00:00:00");
  private long serial = 100;
  private SourceForm journalForm = SourceForm.JOURNAL_JSON;

  public Story(String host) {
    this.host = Optional.of(host);
  }

  /** A time of the day of all stories. */
  public static Instant time(String text) {
    return Instant.parse((text.contains("T") ? text : DAY + text) + "Z");
  }

  /** What follows happens then. */
  public Story at(String time) {
    now = time(time);
    return this;
  }

  public Story after(Duration pause) {
    now = now.plus(pause);
    return this;
  }

  /** The journal is one as {@code journalctl} prints it. */
  public Story inText() {
    journalForm = SourceForm.JOURNAL_SHORT;
    return this;
  }

  /** A boot began; the manager speaks from then on. */
  public Story boots(String id) {
    boot = Optional.of(id);
    return sign(BootSeen.Sign.JOURNAL_FIRST, Optional.of(now));
  }

  public Story sign(BootSeen.Sign sign, Optional<Instant> started) {
    return add(new BootSeen(journal(), sign, started));
  }

  /** Audit and the manager are heard at this time, so that nothing they would say is missing. */
  public Story quiet() {
    says("quiet.timer", new UnitChanged.Started());
    return kill(Who.process(90, "systemd-journal", "/usr/lib/systemd/systemd-journald"), 91, 0)
        .refused(3);
  }

  /** A row of a snapshot. */
  public Story sees(Who who) {
    return seen(who, List.of());
  }

  /** A process of a nested PID namespace in a snapshot. */
  public Story seesInNamespace(Who who, int inner) {
    return seen(who, List.of(inner));
  }

  private Story seen(Who who, List<Integer> inner) {
    return add(
        new ProcessSeen(
            provenance(
                "snapshot:" + boot.orElse("?") + "/" + now + "/" + who.pid(), SourceForm.SNAPSHOT),
            ProcessSeen.By.SNAPSHOT,
            who.actor(),
            who.startedAt().map(Story::time),
            who.inUnit(),
            inner));
  }

  public Story thread(int tgid, int tid, String comm) {
    return thread(tgid, tid, comm, Optional.empty());
  }

  /** A thread in a snapshot that says when it was started. */
  public Story thread(int tgid, int tid, String comm, String started) {
    return thread(tgid, tid, comm, Optional.of(time(started)));
  }

  private Story thread(int tgid, int tid, String comm, Optional<Instant> started) {
    return add(
        new ThreadSeen(
            provenance("snapshot:" + boot.orElse("?") + "/" + now + "/" + tid, SourceForm.SNAPSHOT),
            tid,
            tgid,
            Optional.of(comm),
            started));
  }

  /** A PID file in a snapshot. */
  public Story pidFile(String path, int number, String modified) {
    return pidFile(path, number, Optional.of(time(modified)));
  }

  /** A PID file in a snapshot that does not say when it was written. */
  public Story pidFile(String path, int number) {
    return pidFile(path, number, Optional.empty());
  }

  private Story pidFile(String path, int number, Optional<Instant> modified) {
    return add(
        new PidFileSeen(
            provenance(
                "snapshot:" + boot.orElse("?") + "/" + now + "/" + path, SourceForm.SNAPSHOT),
            PidFileSeen.By.SNAPSHOT,
            path,
            OptionalInt.of(number),
            modified,
            OptionalLong.of(INODE),
            Actor.UNKNOWN));
  }

  /** A watch record: this process opened the file to read it. */
  public Story reads(Who who, String path) {
    return reads(who, path, INODE);
  }

  public Story reads(Who who, String path, long inode) {
    return touched(PidFileSeen.By.READ, who, path, inode);
  }

  /** A watch record: this process created the file, or opened it to write. */
  public Story writes(Who who, String path) {
    return touched(PidFileSeen.By.WRITTEN, who, path, INODE);
  }

  public Story removes(Who who, String path) {
    return touched(PidFileSeen.By.REMOVED, who, path, INODE);
  }

  private Story touched(PidFileSeen.By by, Who who, String path, long inode) {
    return add(
        new PidFileSeen(
            audit(),
            by,
            path,
            OptionalInt.empty(),
            Optional.empty(),
            OptionalLong.of(inode),
            who.actor()));
  }

  /** An execve that was recorded. */
  public Story runs(Who who) {
    return recorded(ProcessSeen.By.EXEC, who);
  }

  /** A fork that was recorded: the parent's call returned the child's id. */
  public Story forks(Who child) {
    return recorded(ProcessSeen.By.FORK, child);
  }

  /** sudo's USER_CMD record. */
  public Story asks(Who who) {
    return recorded(ProcessSeen.By.USER_RECORD, who);
  }

  private Story recorded(ProcessSeen.By by, Who who) {
    return add(
        new ProcessSeen(audit(), by, who.actor(), Optional.empty(), Optional.empty(), List.of()));
  }

  public Story kill(Who sender, int number, int signal) {
    return sends(sender, SignalCall.KILL, new Addressed.Task(number), signal);
  }

  public Story sends(Who sender, SignalCall call, Addressed addressed, int signal) {
    return add(
        new SignalSent(
            audit(),
            Optional.of(call),
            Optional.of("x86_64"),
            addressed,
            OptionalInt.of(signal),
            OptionalInt.of(0),
            sender.actor(),
            List.of(),
            Optional.of("kill")));
  }

  /** A process writes who sent it this signal. */
  public Story tells(int pid, Who sender, int signal) {
    Actor named = Actor.of(sender.actor().pid().getAsInt(), Optional.empty(), Optional.empty());
    return add(
        new SignalSent(
            journal(),
            Optional.empty(),
            Optional.empty(),
            new Addressed.Unknown(),
            OptionalInt.of(signal),
            OptionalInt.of(0),
            named,
            List.of(target(pid)),
            Optional.empty()));
  }

  private static SignalTarget target(int pid) {
    return new SignalTarget(
        pid,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  /** An OBJ_PID record of the last signal; root's process. */
  public Story reaching(int opid, String ocomm) {
    return reaching(opid, ocomm, 0);
  }

  public Story reaching(int opid, String ocomm, long ouid) {
    SignalSent last = (SignalSent) facts.removeLast();
    List<SignalTarget> targets = new ArrayList<>(last.targets());
    targets.add(
        new SignalTarget(
            opid,
            Optional.of(ocomm),
            Optional.empty(),
            Optional.of(new UserId(ouid, Optional.empty())),
            OptionalLong.empty(),
            Optional.empty()));
    return add(with(last, targets, last.errno()));
  }

  /** The last signal was refused with this error number. */
  public Story refused(int errno) {
    SignalSent last = (SignalSent) facts.removeLast();
    return add(with(last, last.targets(), OptionalInt.of(errno)));
  }

  private static SignalSent with(SignalSent signal, List<SignalTarget> targets, OptionalInt errno) {
    return new SignalSent(
        signal.provenance(),
        signal.call(),
        signal.arch(),
        signal.addressed(),
        signal.signal(),
        errno,
        signal.sender(),
        targets,
        signal.key());
  }

  public Story says(String unit, UnitChanged.Change change) {
    return add(
        new UnitChanged(
            journal(),
            Optional.of(unit),
            Optional.empty(),
            Optional.empty(),
            UnitChanged.Witness.SYSTEM_MANAGER,
            change));
  }

  /** A job's line that gives the unit's Description= only. */
  public Story describes(String description, UnitChanged.Change change) {
    return add(
        new UnitChanged(
            journal(),
            Optional.empty(),
            Optional.of(description),
            Optional.empty(),
            UnitChanged.Witness.SYSTEM_MANAGER,
            change));
  }

  /** Audit's SERVICE_STOP and the like. */
  public Story auditSays(String unit, UnitChanged.Change change) {
    return add(
        new UnitChanged(
            audit(),
            Optional.of(unit),
            Optional.empty(),
            Optional.empty(),
            UnitChanged.Witness.AUDIT,
            change));
  }

  public Story starts(String unit) {
    return says(unit, new UnitChanged.Starting()).says(unit, new UnitChanged.Started());
  }

  /** The manager stops a unit as systemd does: it says so, sends SIGTERM, then SIGCONT. */
  public Story stops(String unit, int pid, String comm) {
    return says(unit, new UnitChanged.Stopping(Optional.of("stop"))).terminates(pid, comm);
  }

  /** SIGTERM and SIGCONT of the manager. */
  public Story terminates(int pid, String comm) {
    return kill(Who.systemd(), pid, Signals.TERM)
        .reaching(pid, comm)
        .kill(Who.systemd(), pid, Signals.CONT)
        .reaching(pid, comm);
  }

  /** The unit's main process exited with a status that counts as failure. */
  public Story exited(String unit, int status) {
    return ends(unit, Witness.MANAGER_MAIN, How.EXITED, status, "exit-code");
  }

  public Story killed(String unit, int signal) {
    return ends(unit, Witness.MANAGER_MAIN, How.KILLED, signal, "signal");
  }

  public Story ends(String unit, Witness witness, How how, int status, String result) {
    exit(witness, OptionalInt.empty(), Optional.of(unit), how, status);
    return says(unit, new UnitChanged.Failed(Optional.of(result)));
  }

  /** The manager's line on the main process; what it makes of the unit is yet to be said. */
  public Story mainKilled(String unit, int signal) {
    return exit(Witness.MANAGER_MAIN, OptionalInt.empty(), Optional.of(unit), How.KILLED, signal);
  }

  public Story mainExited(String unit, int status) {
    return exit(Witness.MANAGER_MAIN, OptionalInt.empty(), Optional.of(unit), How.EXITED, status);
  }

  public Story controlKilled(String unit, int signal) {
    return exit(
        Witness.MANAGER_CONTROL, OptionalInt.empty(), Optional.of(unit), How.KILLED, signal);
  }

  /** The kernel's record of an end: ANOM_ABEND, exit_group, out of memory. */
  public Story ended(Witness witness, int pid, How how, int status) {
    return exit(witness, OptionalInt.of(pid), Optional.empty(), how, status);
  }

  /** The kernel killed a process of this unit for memory. */
  public Story outOfMemory(String unit, int pid) {
    return exit(
        Witness.KERNEL_OOM, OptionalInt.of(pid), Optional.of(unit), How.KILLED, Signals.KILL);
  }

  private Story exit(Witness witness, OptionalInt pid, Optional<String> unit, How how, int status) {
    return add(
        new ProcessExited(
            pid.isPresent() ? audit() : journal(),
            witness,
            pid,
            Optional.empty(),
            Optional.empty(),
            unit,
            Optional.of(how),
            OptionalInt.of(status)));
  }

  /** Became inactive without failure. */
  public Story leaves(String unit) {
    return says(unit, new UnitChanged.Deactivated());
  }

  public Story stopped(String unit) {
    return leaves(unit).says(unit, new UnitChanged.Stopped(Optional.of("done")));
  }

  /** An input's account of its serials: pairs of first and last, a second a serial from now. */
  public Story hasSerials(String input, SourceForm form, long... pairs) {
    List<SerialsSeen.Run> runs = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      long first = pairs[i];
      long last = pairs[i + 1];
      runs.add(
          new SerialsSeen.Run(
              first, last, last - first + 1, now.plusSeconds(first), now.plusSeconds(last)));
    }
    Provenance provenance =
        new Provenance(
            new FactId("serials:" + input + form + runs),
            now,
            form,
            host,
            boot,
            OptionalLong.empty(),
            raw(input, "type=USER"));
    return add(new SerialsSeen(provenance, runs));
  }

  /** The evidence itself says that something is missing. */
  public Story loses(EvidenceGap.Problem problem, long lost, String words) {
    return add(
        new EvidenceGap(
            journal(), problem, Optional.empty(), Optional.empty(), OptionalLong.of(lost), words));
  }

  /** A CONFIG_CHANGE record. */
  public Story configures(Configured.Item item) {
    return add(new Configured(audit(), item));
  }

  /** A line of a rule file. */
  public Story lists(Configured.RuleListed rule) {
    return add(new Configured(provenance("rules:" + rule.line(), SourceForm.AUDIT_RULES), rule));
  }

  public Story add(Fact fact) {
    facts.add(fact);
    return this;
  }

  private Provenance audit() {
    serial++;
    long millis = now.toEpochMilli();
    return new Provenance(
        new FactId(
            String.format(Locale.ROOT, "audit:%d.%03d:%d", millis / 1000, millis % 1000, serial)),
        now,
        SourceForm.AUDIT_RAW,
        host,
        Optional.empty(),
        OptionalLong.of(serial),
        raw("/logs/audit.log", "type=SYSCALL " + serial));
  }

  private Provenance journal() {
    serial++;
    return new Provenance(
        new FactId("journal:s=1;i=" + serial),
        now,
        journalForm,
        host,
        boot,
        OptionalLong.empty(),
        raw("/logs/journal.json", "{} " + serial));
  }

  private Provenance provenance(String id, SourceForm form) {
    serial++;
    return new Provenance(
        new FactId(id), now, form, host, boot, OptionalLong.empty(), raw("/logs/s.csv", id));
  }

  private List<RawRecord> raw(String input, String text) {
    return List.of(new RawRecord(input, serial * 100, text));
  }

  public List<Fact> facts() {
    return List.copyOf(facts);
  }

  /** What the correlator says of it. */
  public HostFindings findings() {
    return Correlator.correlate(HostEvidence.of(host, facts));
  }
}
