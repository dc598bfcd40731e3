package io.killtrail.analyzer.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  private static final List<String> NAMES = List.of("sender.pid", "sender.exe", "unit", "SIGTERM");

  @Test
  void findsWhatWasMeant() {
    assertThat(NearestName.of("sendr.pid", NAMES)).hasValue("sender.pid");
    assertThat(NearestName.of("SIGTREM", NAMES)).hasValue("SIGTERM");
    assertThat(NearestName.of("units", NAMES)).hasValue("unit");
    assertThat(NearestName.of("exe", NAMES)).hasValue("sender.exe");
  }

  @Test
  void suggestsNothingWhereNothingIsNear() {
    assertThat(NearestName.of("zzz", NAMES)).isEmpty();
    assertThat(NearestName.of("", List.of())).isEmpty();
    assertThat(NearestName.of("x".repeat(100_000), NAMES)).isEmpty();
  }
}
