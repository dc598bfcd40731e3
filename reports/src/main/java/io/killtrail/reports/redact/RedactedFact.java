package io.killtrail.reports.redact;

import io.killtrail.analyzer.host.Moved;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UserId;

/** A fact with pseudonyms in place of names. */
final class RedactedFact {
  private final RedactedText text;

  RedactedFact(RedactedText text) {
    this.text = text;
  }

  Fact of(Fact plain) {
    return Moved.with(content(plain), provenance(plain.provenance()));
  }

  /** The fact's own values; its provenance comes after. */
  private Fact content(Fact plain) {
    return switch (plain) {
      case SignalSent sent -> signal(sent);
      case ProcessExited exited -> exit(exited);
      case UnitChanged changed -> unit(changed);
      case ProcessSeen seen ->
          new ProcessSeen(
              seen.provenance(),
              seen.by(),
              actor(seen.process()),
              seen.started(),
              seen.unit().map(text::prose),
              seen.namespacePids());
      case ThreadSeen seen ->
          new ThreadSeen(
              seen.provenance(),
              seen.tid(),
              seen.tgid(),
              seen.comm().map(text::prose),
              seen.started());
      case PidFileSeen seen -> pidFile(seen);
      case EvidenceGap gap ->
          new EvidenceGap(
              gap.provenance(),
              gap.problem(),
              gap.from(),
              gap.to(),
              gap.lost(),
              text.prose(gap.detail()));
      case BootSeen seen -> seen;
      case SerialsSeen seen -> seen;
      case Configured set -> new Configured(set.provenance(), item(set.item()));
    };
  }

  private SignalSent signal(SignalSent plain) {
    return new SignalSent(
        plain.provenance(),
        plain.call(),
        plain.arch(),
        plain.addressed(),
        plain.signal(),
        plain.errno(),
        actor(plain.sender()),
        plain.targets().stream().map(this::target).toList(),
        plain.key().map(text::prose));
  }

  private SignalTarget target(SignalTarget plain) {
    return new SignalTarget(
        plain.opid(),
        plain.ocomm().map(text::prose),
        plain.oauid().map(this::user),
        plain.ouid().map(this::user),
        plain.oses(),
        plain.obj());
  }

  private ProcessExited exit(ProcessExited plain) {
    return new ProcessExited(
        plain.provenance(),
        plain.witness(),
        plain.pid(),
        plain.comm().map(text::prose),
        plain.exe().map(text::prose),
        plain.unit().map(text::prose),
        plain.how(),
        plain.status());
  }

  private PidFileSeen pidFile(PidFileSeen plain) {
    return new PidFileSeen(
        plain.provenance(),
        plain.by(),
        text.prose(plain.path()),
        plain.number(),
        plain.modified(),
        plain.inode(),
        actor(plain.accessor()));
  }

  private UnitChanged unit(UnitChanged plain) {
    return new UnitChanged(
        plain.provenance(),
        plain.unit().map(text::prose),
        plain.description().map(text::prose),
        plain.invocation(),
        plain.witness(),
        change(plain.change()));
  }

  private UnitChanged.Change change(UnitChanged.Change plain) {
    return switch (plain) {
      case UnitChanged.ClientSignal c ->
          new UnitChanged.ClientSignal(c.signal(), c.pid(), c.comm().map(text::prose));
      case UnitChanged.ManagerSignal c ->
          new UnitChanged.ManagerSignal(c.signal(), c.pid(), c.comm().map(text::prose));
      case UnitChanged.LeftOver c ->
          new UnitChanged.LeftOver(c.starting(), c.pid(), c.comm().map(text::prose));
      case UnitChanged.Requested c -> new UnitChanged.Requested(c.verb(), actor(c.client()));
      case UnitChanged.Starting c -> c;
      case UnitChanged.Started c -> c;
      case UnitChanged.Stopping c -> c;
      case UnitChanged.Stopped c -> c;
      case UnitChanged.Deactivated c -> c;
      case UnitChanged.Failed c -> c;
      case UnitChanged.RestartScheduled c -> c;
      case UnitChanged.TimedOut c -> c;
      case UnitChanged.OutOfMemory c -> c;
      case UnitChanged.MainProcess c -> c;
    };
  }

  private Configured.Item item(Configured.Item plain) {
    return switch (plain) {
      case Configured.RuleChanged rule ->
          new Configured.RuleChanged(rule.added(), rule.key().map(text::prose));
      case Configured.RuleListed rule ->
          new Configured.RuleListed(
              rule.line(),
              rule.list(),
              rule.records(),
              rule.arch(),
              rule.calls(),
              rule.filters().stream().map(text::prose).toList(),
              rule.key().map(text::prose));
      case Configured.Setting set -> set;
      case Configured.ManagerVersion version -> version;
    };
  }

  private Actor actor(Actor plain) {
    return new Actor(
        plain.pid(),
        plain.ppid(),
        plain.comm().map(text::prose),
        plain.exe().map(text::prose),
        plain.command().map(text::command),
        plain.auid().map(this::user),
        plain.uid().map(this::user),
        plain.euid().map(this::user),
        plain.tty().map(text::prose),
        plain.session(),
        plain.subject());
  }

  private UserId user(UserId plain) {
    return new UserId(plain.number(), plain.name().map(text::user));
  }

  private Provenance provenance(Provenance plain) {
    return new Provenance(
        new FactId(text.prose(plain.id().text())),
        plain.time(),
        plain.form(),
        plain.node().map(text::hostOrAddress),
        plain.bootId(),
        plain.serial(),
        plain.raw().stream().map(text::record).toList());
  }
}
