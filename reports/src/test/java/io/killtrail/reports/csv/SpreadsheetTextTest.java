package io.killtrail.reports.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"=1", "+1", "-1", "@x", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20x", "\ufe661"})
  void putsAnApostropheBeforeWhatLooksLikeAFormula(String text) {
    assertThat(SpreadsheetText.guard(text)).isEqualTo("'" + text);
  }

  @Test
  void looksBehindBlanksAndSemicolons() {
    assertThat(SpreadsheetText.guard("  =1")).isEqualTo("  '=1");
    assertThat(SpreadsheetText.guard("a;=1; @b")).isEqualTo("a;'=1; '@b");
  }

  @Test
  void showsControlsSoThatNoneBeginsACell() {
    assertThat(SpreadsheetText.guard("\t=1")).isEqualTo("\\x09=1");
    assertThat(SpreadsheetText.guard("\r=1")).isEqualTo("\\x0d=1");
    assertThat(SpreadsheetText.guard("\u202e=1")).isEqualTo("\\u202e=1");
  }

  @Test
  void leavesOtherTextAsItIs() {
    assertThat(SpreadsheetText.guard("/usr/bin/a-b c=d")).isEqualTo("/usr/bin/a-b c=d");
    assertThat(SpreadsheetText.guard("")).isEmpty();
  }

  @Test
  void cutsWhatNoCellCanHold() {
    assertThat(SpreadsheetText.guard("x".repeat(40_000))).hasSize(32_003).endsWith("...");
  }
}
