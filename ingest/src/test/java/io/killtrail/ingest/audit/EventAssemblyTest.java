package io.killtrail.ingest.audit;

import static io.killtrail.ingest.audit.AuditLog.kill;
import static io.killtrail.ingest.audit.AuditLog.objPid;
import static io.killtrail.ingest.audit.AuditLog.record;
import static io.killtrail.ingest.audit.AuditLog.title;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EventAssemblyTest {
  private static List<SignalSent> signals(List<String> lines) {
    return AuditLog.read(lines.toArray(String[]::new)).facts(SignalSent.class);
  }

  private static List<Integer> opids(SignalSent signal) {
    return signal.targets().stream().map(SignalTarget::opid).toList();
  }

  private static String at(int seconds, int serial) {
    return (1795228000 + seconds) + ".000:" + serial;
  }

  @Nested
  class RecordsOfOneEvent {
    @Test
    void mayBeScatteredAmongOthers() {
      List<SignalSent> signals =
          signals(
              List.of(
                  kill(at(0, 1)),
                  kill(at(0, 2)),
                  objPid(at(0, 1), 11),
                  title(at(0, 2)),
                  title(at(0, 1)),
                  objPid(at(0, 2), 12)));
      assertThat(signals).hasSize(2);
      assertThat(opids(signals.get(0))).containsExactly(11);
      assertThat(opids(signals.get(1))).containsExactly(12);
      assertThat(signals).allMatch(s -> s.sender().command().orElseThrow().equals("helperd -d"));
    }

    @Test
    void mayComeInAnyOrder() {
      SignalSent signal =
          signals(List.of(title(at(0, 1)), objPid(at(0, 1), 11), kill(at(0, 1)))).getFirst();
      assertThat(signal.sender().pid()).hasValue(456);
      assertThat(opids(signal)).containsExactly(11);
    }

    @Test
    void keepTheOrderOfTheirTargets() {
      SignalSent signal =
          signals(
                  List.of(
                      kill(at(0, 1)),
                      objPid(at(0, 1), 9),
                      objPid(at(0, 1), 2),
                      objPid(at(0, 1), 5)))
              .getFirst();
      assertThat(opids(signal)).containsExactly(9, 2, 5);
    }

    @Test
    void countOnceWhenTheyCameTwice() {
      SignalSent signal =
          signals(
                  List.of(
                      kill(at(0, 1)),
                      objPid(at(0, 1), 9),
                      kill(at(0, 1)),
                      objPid(at(0, 1), 2),
                      objPid(at(0, 1), 9)))
              .getFirst();
      assertThat(opids(signal)).containsExactly(9, 2);
      assertThat(signal.provenance().raw()).hasSize(3);
    }

    @Test
    void areAllKeptAsTheyWere() {
      SignalSent signal = signals(List.of(kill(at(0, 1)), objPid(at(0, 1), 9))).getFirst();
      assertThat(signal.provenance().raw())
          .extracting(raw -> raw.latin1())
          .containsExactly(kill(at(0, 1)), objPid(at(0, 1), 9));
      assertThat(signal.provenance().raw().get(1).offset()).isEqualTo(kill(at(0, 1)).length() + 1);
    }

    @Test
    void mayLackTheirSyscall() {
      SignalSent signal = signals(List.of(objPid(at(0, 1), 9), title(at(0, 1)))).getFirst();
      assertThat(signal.call()).isEmpty();
      assertThat(signal.signal()).isEmpty();
      assertThat(signal.addressed()).isEqualTo(new Addressed.Unknown());
      assertThat(opids(signal)).containsExactly(9);
    }
  }

  @Nested
  class ALateRecord {
    private List<String> withTargetAfter(int seconds) {
      List<String> lines = new ArrayList<>(List.of(kill(at(0, 1)), title(at(0, 1))));
      for (int i = 1; i <= seconds; i++) {
        lines.add(kill(at(i, 1 + i)));
      }
      lines.add(objPid(at(0, 1), 11));
      return lines;
    }

    @Test
    void joinsItsEventBehindTheTitle() {
      assertThat(opids(signals(withTargetAfter(5)).getFirst())).containsExactly(11);
    }

    @Test
    void completesAnEventThatWasGivenAway() {
      CollectingSink sink = AuditLog.read(withTargetAfter(60).toArray(String[]::new));
      assertThat(sink.facts(SignalSent.class)).hasSize(61);
      assertThat(sink.given()).isEqualTo(62);
      assertThat(opids(sink.facts(SignalSent.class).getFirst())).containsExactly(11);
    }

    @Test
    void thatIsACopyChangesNothing() {
      List<String> lines = withTargetAfter(60);
      lines.set(lines.size() - 1, kill(at(0, 1)));
      CollectingSink sink = AuditLog.read(lines.toArray(String[]::new));
      assertThat(sink.given()).isEqualTo(61);
    }

    @Test
    void joinsItsEventThoughEoeCame() {
      SignalSent signal =
          signals(List.of(kill(at(0, 1)), record("EOE", at(0, 1), ""), objPid(at(0, 1), 11)))
              .getFirst();
      assertThat(opids(signal)).containsExactly(11);
    }
  }

  @Nested
  class Nodes {
    @Test
    void withTheSameStampAndSerialAreKeptApart() {
      List<SignalSent> signals =
          signals(
              List.of(
                  "node=a " + kill(at(0, 1)), "node=b " + kill(at(0, 1)),
                  "node=b " + objPid(at(0, 1), 12), "node=a " + objPid(at(0, 1), 11)));
      assertThat(signals).hasSize(2);
      assertThat(signals)
          .extracting(s -> s.provenance().id().text())
          .containsExactly("audit:a@1795228000.000:1", "audit:b@1795228000.000:1");
      assertThat(signals.get(0).provenance().node()).hasValue("a");
      assertThat(opids(signals.get(0))).containsExactly(11);
    }

    @Test
    void mayHaveClocksAnHourApart() {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        lines.add("node=a " + kill(at(3600 + i, i + 1)));
        lines.add("node=b " + kill(at(i, i + 1)));
        lines.add("node=a " + objPid(at(3600 + i, i + 1), 11));
        lines.add("node=b " + objPid(at(i, i + 1), 12));
      }
      assertThat(signals(lines)).hasSize(100).allMatch(s -> s.targets().size() == 1);
    }
  }

  @Nested
  class AClock {
    @Test
    void thatIsSetBackLosesNothing() {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        int seconds = i < 1_000 ? i : i - 5_000;
        lines.add(kill(at(seconds, i + 1)));
        if (i > 0) {
          int before = i - 1 < 1_000 ? i - 1 : i - 5_001;
          lines.add(objPid(at(before, i), 11));
        }
      }
      List<SignalSent> signals = signals(lines);
      assertThat(signals).hasSize(2_000);
      assertThat(signals.stream().filter(s -> s.targets().isEmpty())).hasSize(1);
    }

    @Test
    void thatStandsStillDoesNotKeepEventsForEver() {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 30_000; i++) {
        lines.add(kill(at(0, i + 1)));
      }
      CollectingSink sink = AuditLog.readWithoutFinish(lines.toArray(String[]::new));
      assertThat(sink.given()).isGreaterThanOrEqualTo(10_000);
    }
  }

  @Nested
  class Serials {
    private List<BootSeen> resets(String... stamps) {
      List<String> lines = new ArrayList<>();
      for (String stamp : stamps) {
        lines.add(kill(stamp));
      }
      return AuditLog.read(lines.toArray(String[]::new)).facts(BootSeen.class);
    }

    @Test
    void thatBeginAnewAreABoot() {
      List<BootSeen> boots = resets(at(0, 200), at(1, 201), at(60, 2), at(61, 3));
      assertThat(boots).hasSize(1);
      assertThat(boots.getFirst().sign()).isEqualTo(BootSeen.Sign.SERIAL_RESET);
      assertThat(boots.getFirst().provenance().id().text())
          .isEqualTo("audit:1795228060.000:2/reset");
    }

    @Test
    void thatGoBackALittleAreNone() {
      assertThat(resets(at(0, 200), at(1, 150), at(3, 190), at(2, 130))).isEmpty();
    }

    @Test
    void ofALateBurstAreNone() {
      assertThat(resets(at(10, 20_000), at(6, 9_000), at(10, 20_001))).isEmpty();
    }

    @Test
    void ofTheDaemonDoNotCount() {
      CollectingSink sink =
          AuditLog.read(
              record("DAEMON_START", at(60, 7_855), "op=start ver=3.0.9 res=success"),
              kill(at(20, 3)),
              record("DAEMON_END", at(90, 7_856), "op=terminate res=success"));
      assertThat(sink.facts(BootSeen.class))
          .extracting(BootSeen::sign)
          .containsExactly(BootSeen.Sign.AUDITD_START, BootSeen.Sign.AUDITD_END);
      assertThat(sink.facts(BootSeen.class).getFirst().provenance().id().text())
          .isEqualTo("audit:1795228060.000:7855/daemon");
    }
  }
}
