package io.killtrail.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {
  @Test
  void leavesWordsOfAnyLanguageAlone() {
    assertThat(TerminalText.escape("/srv/größe/日本 \\x2d 🚀")).isEqualTo("/srv/größe/日本 \\x2d 🚀");
  }

  @Test
  void makesControlsVisible() {
    assertThat(TerminalText.escape("a\u001b[31m\n\t\u0000\u007f\u0085"))
        .isEqualTo("a\\x1b[31m\\x0a\\x09\\x00\\x7f\\x85");
  }

  @Test
  void makesInvisibleCharactersVisible() {
    assertThat(TerminalText.escape("\u202e\u2069\u200b\ufeff\u2028\ud800\udb40\udc41"))
        .isEqualTo("\\u202e\\u2069\\u200b\\ufeff\\u2028\\ud800\\U000e0041");
  }

  @Test
  void cutsAtCharactersNotInTheMiddleOfOne() {
    assertThat(TerminalText.escape("🚀🚀🚀", 2)).isEqualTo("🚀🚀...");
    assertThat(TerminalText.escape("ab", 2)).isEqualTo("ab");
  }
}
