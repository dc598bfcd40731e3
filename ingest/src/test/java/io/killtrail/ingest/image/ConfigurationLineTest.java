package io.killtrail.ingest.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ConfigurationLineTest {
  /** As many words as the longest file that is read can hold. */
  private static final String WORDS = "a ".repeat((256 << 10) / 2);

  @ParameterizedTest
  @ValueSource(
      strings = {"pid file", "external_pid_file =", "PID_FILENAME", "p i d f i l e n a m e"})
  void aPathIsFoundBehindHoweverManyWords(String name) {
    assertThat(ConfigurationLine.pidFiles(WORDS + name + " /srv/number"))
        .containsExactly("/srv/number");
  }

  @Test
  void aloneStandingPidMustStandAlone() {
    assertThat(ConfigurationLine.pidFiles("pid /srv/number")).containsExactly("/srv/number");
    assertThat(ConfigurationLine.pidFiles(WORDS + "pid /srv/number")).isEmpty();
    assertThat(ConfigurationLine.pidFiles("a".repeat(256 << 10) + "pid /srv/number")).isEmpty();
  }

  @Test
  void whatStoodBeforeAFoundPathDoesNotCountForTheNext() {
    assertThat(ConfigurationLine.pidFiles("pidfile /srv/one /srv/two")).containsExactly("/srv/one");
  }
}
