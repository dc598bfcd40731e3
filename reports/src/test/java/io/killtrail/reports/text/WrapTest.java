package io.killtrail.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrapTest {
  @Test
  void breaksAtTheLastBlankThatFits() {
    assertThat(Wrap.at("aaa bbb ccc", 7)).containsExactly("aaa bbb", "ccc");
    assertThat(Wrap.at("aaa bbb ccc", 6)).containsExactly("aaa", "bbb", "ccc");
  }

  @Test
  void keepsALongWordWhole() {
    assertThat(Wrap.at("/a/very/long/path is here", 8))
        .containsExactly("/a/very/long/path", "is here");
    assertThat(Wrap.at("nothing-to-break", 4)).containsExactly("nothing-to-break");
  }

  @Test
  void countsCharactersNotCodeUnits() {
    assertThat(Wrap.at("🚀🚀 🚀🚀", 5)).containsExactly("🚀🚀 🚀🚀");
  }
}
