package io.killtrail.ingest.audit;

import static io.killtrail.ingest.audit.AuditLog.kill;
import static io.killtrail.ingest.audit.AuditLog.objPid;
import static io.killtrail.ingest.audit.AuditLog.record;
import static io.killtrail.ingest.audit.AuditLog.title;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What other readers of audit logs lose, or only just keep: here nothing is lost. */
class RobustnessTest {
  private static final String FIRST = "1795228000.000:1";
  private static final String SECOND = "1795228000.000:2";

  private static String at(int seconds, int serial) {
    return (1795228000 + seconds) + ".000:" + serial;
  }

  private static List<SignalSent> signals(List<String> lines) {
    return AuditLog.read(lines.toArray(String[]::new)).facts(SignalSent.class);
  }

  private static List<Integer> opids(SignalSent signal) {
    return signal.targets().stream().map(SignalTarget::opid).toList();
  }

  private static void assertWhole(SignalSent signal) {
    assertThat(signal.call()).hasValue(SignalCall.KILL);
    assertThat(signal.signal()).hasValue(15);
    assertThat(signal.sender().pid()).hasValue(456);
    assertThat(opids(signal)).containsExactly(281);
  }

  @Test
  void interleavedEventsStayApart() {
    List<SignalSent> signals =
        signals(
            List.of(
                kill(FIRST),
                kill(SECOND),
                objPid(SECOND, 281),
                objPid(FIRST, 281),
                title(SECOND),
                title(FIRST)));
    assertThat(signals).hasSize(2).allSatisfy(RobustnessTest::assertWhole);
    assertThat(signals).allMatch(s -> s.sender().command().isPresent());
  }

  @Test
  void linesMayEndAsOnWindows() {
    CollectingSink sink = AuditLog.read(kill(FIRST) + "\r", objPid(FIRST, 281) + "\r", "\r");
    assertWhole(sink.facts(SignalSent.class).getFirst());
    assertThat(sink.rejections()).isEmpty();
  }

  @Test
  void targetsOfUnknownTypeAreReadByTheirNumber() {
    String target = objPid(FIRST, 281).replace("OBJ_PID", "UNKNOWN[1318]");
    assertWhole(signals(List.of(kill(FIRST), target)).getFirst());
  }

  @Test
  void neitherTitleNorEndIsNeeded() {
    assertWhole(signals(List.of(kill(FIRST), objPid(FIRST, 281))).getFirst());
  }

  @Test
  void nodesWithTheSameStampAndSerialStayApart() {
    List<SignalSent> signals =
        signals(
            List.of(
                "node=a " + kill(FIRST),
                "node=b " + kill(FIRST),
                "node=b " + objPid(FIRST, 281),
                "node=a " + objPid(FIRST, 281)));
    assertThat(signals).hasSize(2).allSatisfy(RobustnessTest::assertWhole);
    assertThat(signals)
        .extracting(signal -> signal.provenance().node().orElseThrow())
        .containsExactly("a", "b");
  }

  @Test
  void aTargetMayComeSecondsAndAMinuteLate() {
    for (int late : List.of(5, 60)) {
      List<String> lines = new ArrayList<>(List.of(kill(FIRST), title(FIRST)));
      for (int i = 1; i <= late; i++) {
        lines.add(kill(at(i, 1 + i)));
        lines.add(objPid(at(i, 1 + i), 281));
        lines.add(title(at(i, 1 + i)));
      }
      lines.add(objPid(FIRST, 281));
      List<SignalSent> signals = signals(lines);
      assertThat(signals).hasSize(late + 1).allSatisfy(RobustnessTest::assertWhole);
    }
  }

  @Test
  void theClockOfOneNodeClosesNoEventOfAnother() {
    List<SignalSent> signals =
        signals(
            List.of(
                "node=b " + kill(FIRST),
                "node=a " + kill(at(3_600, 7)),
                "node=a " + objPid(at(3_600, 7), 281),
                "node=b " + objPid(FIRST, 281)));
    assertThat(signals).hasSize(2).allSatisfy(RobustnessTest::assertWhole);
  }

  @Test
  void aCutSyscallLeavesWhatItSaysAndTheVictim() {
    String whole = kill(FIRST);
    int body = whole.indexOf("arch=");
    for (int length = body; length < whole.length(); length++) {
      SignalSent signal =
          signals(List.of(whole.substring(0, length), objPid(FIRST, 281))).getFirst();
      assertThat(opids(signal)).containsExactly(281);
      assertThat(signal.provenance().raw()).hasSize(2);
      assertThat(signal.signal().orElse(15)).isEqualTo(15);
      assertThat(signal.sender().pid().orElse(456)).isEqualTo(456);
    }
    String cut = whole.substring(0, whole.indexOf(" comm="));
    assertWhole(signals(List.of(cut, objPid(FIRST, 281))).getFirst());
  }

  @Test
  void aSyscallCutInItsHeaderIsRejectedAndTheVictimKept() {
    CollectingSink sink = AuditLog.read("type=SYSCALL msg=audit(17952", objPid(FIRST, 281));
    assertThat(sink.rejections()).hasSize(1);
    SignalSent signal = sink.facts(SignalSent.class).getFirst();
    assertThat(signal.call()).isEmpty();
    assertThat(opids(signal)).containsExactly(281);
  }

  @Test
  void aClockSetBackAnHourKeepsAllEvents() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      int seconds = i < 300 ? i : i - 3_600;
      lines.add(kill(at(seconds, i + 1)));
      lines.add(objPid(at(seconds, i + 1), 281));
    }
    assertThat(signals(lines)).hasSize(600).allSatisfy(RobustnessTest::assertWhole);
  }

  @Test
  void serialsThatBeginAnewKeepAllEvents() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      int serial = i < 300 ? 9_000 + i : i - 299;
      int seconds = i < 300 ? i : i + 60;
      lines.add(kill(at(seconds, serial)));
      lines.add(objPid(at(seconds, serial), 281));
    }
    assertThat(signals(lines)).hasSize(600).allSatisfy(RobustnessTest::assertWhole);
  }

  @Test
  void aMissingTargetLeavesTheCall() {
    SignalSent signal = signals(List.of(kill(FIRST), title(FIRST))).getFirst();
    assertThat(signal.call()).hasValue(SignalCall.KILL);
    assertThat(signal.sender().pid()).hasValue(456);
    assertThat(signal.targets()).isEmpty();
  }

  @Test
  void anEndThatComesFirstEndsNothing() {
    assertWhole(
        signals(List.of(record("EOE", FIRST, ""), kill(FIRST), objPid(FIRST, 281))).getFirst());
  }

  @Test
  void recordsMayComeInAnyOrder() {
    List<String> records =
        new ArrayList<>(
            List.of(kill(FIRST), objPid(FIRST, 281), title(FIRST), record("EOE", FIRST, "")));
    Random order = new Random(4711);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(records, order);
      List<SignalSent> signals = signals(records);
      assertThat(signals).as("%s", records).hasSize(1).allSatisfy(RobustnessTest::assertWhole);
    }
  }

  @Test
  void recordsThatCameTwiceCountOnce() {
    assertWhole(
        signals(
                List.of(
                    kill(FIRST),
                    objPid(FIRST, 281),
                    title(FIRST),
                    kill(FIRST),
                    objPid(FIRST, 281),
                    title(FIRST)))
            .getFirst());
  }
}
