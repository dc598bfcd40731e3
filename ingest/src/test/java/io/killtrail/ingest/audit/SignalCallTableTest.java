package io.killtrail.ingest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.SignalSent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every signal call on every architecture: one event, and what it must tell. */
class SignalCallTableTest {
  private static final String STAMP = "1795228000.007:9";
  private static final long X32 = 0x4000_0000L;

  /** The numbers of one architecture, in the order of {@link SignalCall}. */
  private record Row(String code, String name, List<Long> numbers) {
    Row(String code, String name, long... numbers) {
      this(code, name, LongStream.of(numbers).boxed().toList());
    }
  }

  private static final List<Row> ROWS =
      List.of(
          new Row("c000003e", "x86_64", 62, 200, 234, 129, 297, 424),
          new Row(
              "c000003e",
              "x86_64",
              X32 + 62,
              X32 + 200,
              X32 + 234,
              X32 + 524,
              X32 + 536,
              X32 + 424),
          new Row("40000003", "i386", 37, 238, 270, 178, 335, 424),
          new Row("c00000b7", "aarch64", 129, 130, 131, 138, 240, 424),
          new Row("40000028", "arm", 37, 238, 268, 178, 363, 424),
          new Row("28", "arm", 37, 238, 268, 178, 363, 424),
          new Row("c0000015", "ppc64le", 37, 208, 250, 177, 322, 424),
          new Row("80000015", "ppc64", 37, 208, 250, 177, 322, 424),
          new Row("14", "ppc", 37, 208, 250, 177, 322, 424),
          new Row("80000016", "s390x", 37, 237, 241, 178, 330, 424),
          new Row("16", "s390", 37, 237, 241, 178, 330, 424),
          new Row("c00000f3", "riscv64", 129, 130, 131, 138, 240, 424),
          new Row("400000f3", "riscv32", 129, 130, 131, 138, 240, 424),
          new Row("c0000102", "loongarch64", 129, 130, 131, 138, 240, 424));

  private static String arguments(SignalCall call) {
    return switch (call) {
      case KILL, TKILL, RT_SIGQUEUEINFO -> "a0=15e a1=26 a2=7ffc0000000f a3=0";
      case TGKILL, RT_TGSIGQUEUEINFO -> "a0=15e a1=15f a2=26 a3=7ffc00000009";
      case PIDFD_SEND_SIGNAL -> "a0=6b a1=26 a2=0 a3=0";
    };
  }

  /** The number as a 64-bit register holds it after sign extension: all 16 digits. */
  private static String wideArguments(SignalCall call) {
    return arguments(call).replace("=26 ", "=ffffffff00000026 ");
  }

  private static Addressed addressed(SignalCall call) {
    return switch (call) {
      case KILL, RT_SIGQUEUEINFO -> new Addressed.Task(350);
      case TKILL -> new Addressed.ThreadOf(350, 350);
      case TGKILL, RT_TGSIGQUEUEINFO -> new Addressed.ThreadOf(350, 351);
      case PIDFD_SEND_SIGNAL -> new Addressed.Pidfd(107);
    };
  }

  @TestFactory
  Stream<DynamicTest> eachIsReadOnEachArchitecture() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Row row : ROWS) {
      for (SignalCall call : SignalCall.values()) {
        long number = row.numbers().get(List.of(SignalCall.values()).indexOf(call));
        String name = row.code() + " " + number + " is " + call.syscall();
        tests.add(DynamicTest.dynamicTest(name, () -> check(row, number, call)));
      }
    }
    return tests.stream();
  }

  private static void check(Row row, long number, SignalCall call) {
    for (String arguments : List.of(arguments(call), wideArguments(call))) {
      String line =
          AuditLog.record(
              "SYSCALL",
              STAMP,
              "arch="
                  + row.code()
                  + (" syscall=" + number)
                  + (" success=yes exit=0 " + arguments)
                  + " items=0 ppid=1 pid=456 comm=\"helperd\" exe=\"/usr/sbin/helperd\" key=\"k\"");
      List<SignalSent> signals =
          AuditLog.read(line, AuditLog.objPid(STAMP, 281)).facts(SignalSent.class);
      assertThat(signals).hasSize(1);
      SignalSent signal = signals.getFirst();
      assertThat(signal.call()).hasValue(call);
      assertThat(signal.arch()).hasValue(row.name());
      assertThat(signal.signal()).hasValue(38);
      assertThat(signal.addressed()).isEqualTo(addressed(call));
      assertThat(signal.targets()).extracting(target -> target.opid()).containsExactly(281);
    }
  }
}
