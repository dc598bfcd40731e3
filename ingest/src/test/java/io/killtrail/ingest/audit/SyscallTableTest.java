package io.killtrail.ingest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyscallTableTest {
  private final SyscallTable table = SyscallTable.load();

  private Syscall call(String code, long number) {
    return table.find(Integer.parseUnsignedInt(code, 16), number).orElseThrow().call(number);
  }

  @ParameterizedTest
  @CsvSource({
    "c000003e, 62, KILL",
    "c000003e, 231, EXIT_GROUP",
    "c000003e, 59, EXECVE",
    "c000003e, 56, CLONE",
    "40000003, 270, TGKILL",
    "40000003, 11, EXECVE",
    "40000003, 2, FORK",
    "40000003, 5, OPEN",
    "c00000b7, 131, TGKILL",
    "c00000b7, 220, CLONE",
    "c00000b7, 94, EXIT_GROUP",
    "40000028, 268, TGKILL",
    "28, 363, RT_TGSIGQUEUEINFO",
    "c0000015, 250, TGKILL",
    "80000015, 208, TKILL",
    "14, 322, RT_TGSIGQUEUEINFO",
    "80000016, 241, TGKILL",
    "16, 248, EXIT_GROUP",
    "c00000f3, 138, RT_SIGQUEUEINFO",
    "400000f3, 129, KILL",
    "c0000102, 435, CLONE3"
  })
  void knowsTheNumbersOfEachArchitecture(String code, long number, Syscall call) {
    assertThat(call(code, number)).isEqualTo(call);
  }

  @ParameterizedTest
  @CsvSource({
    "c000003e",
    "40000003",
    "c00000b7",
    "40000028",
    "28",
    "c0000015",
    "80000015",
    "14",
    "80000016",
    "16",
    "c00000f3",
    "400000f3",
    "c0000102"
  })
  void knowsTheNewCallsThatHaveOneNumberEverywhere(String code) {
    assertThat(call(code, 424)).isEqualTo(Syscall.PIDFD_SEND_SIGNAL);
    assertThat(call(code, 435)).isEqualTo(Syscall.CLONE3);
  }

  @ParameterizedTest
  @CsvSource({
    "62, KILL",
    "524, RT_SIGQUEUEINFO",
    "536, RT_TGSIGQUEUEINFO",
    "520, EXECVE",
    "129, OTHER",
    "59, OTHER"
  })
  void readsTheX32NumbersByTheirBit(long number, Syscall call) {
    assertThat(call("c000003e", 0x4000_0000L + number)).isEqualTo(call);
  }

  @Test
  void knowsNoForeignArchitecture() {
    assertThat(table.find(8, 4037)).isEmpty();
  }

  @Test
  void survivesNumbersOutOfRange() {
    assertThat(call("c000003e", -1)).isEqualTo(Syscall.OTHER);
    assertThat(call("c000003e", 99_999)).isEqualTo(Syscall.OTHER);
  }

  @Test
  void hasCloneFlagsSecondOnS390Only() {
    assertThat(table.find(0x80000016, 120).orElseThrow().cloneFlags()).isEqualTo(FieldKey.A1);
    assertThat(table.find(0xc000003e, 56).orElseThrow().cloneFlags()).isEqualTo(FieldKey.A0);
  }
}
