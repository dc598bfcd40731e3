package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the printed report must say aloud, where a cause and a number are not enough. */
class DemandTest {
  /** The printed report, with line breaks and runs of blanks as one blank. */
  private static String text(String sample) throws IOException {
    return new Sample(sample).analyze().out().replaceAll("\\s+", " ");
  }

  @Test
  void oneLineOfTheJournalTellsWhoSentWhatToWhichNumber() throws IOException {
    assertThat(text("article-one-line"))
        .contains("/root/bla")
        .containsPattern("bla\\[996\\]|pid 996")
        .contains("pts1")
        .contains("session 1")
        .containsPattern("auid 0|login uid 0")
        .containsPattern("SIGTERM[^.]* 982");
  }

  @Test
  void aStopThatWasCutOffTwiceSaysSo() throws IOException {
    String text = text("stop-timeouts");
    String second = text.substring(text.indexOf("test2.service"), text.indexOf("test3.service"));
    String fourth = text.substring(text.indexOf("test4.service"), text.indexOf("test5.service"));
    assertThat(summary(second)).contains("ExecStop ").contains("ExecStopPost").contains("90");
    assertThat(summary(fourth)).contains("ExecStop ").doesNotContain("ExecStopPost were");
  }

  /** What stands before the advice, which names both commands whatever happened. */
  private static String summary(String told) {
    int advice = told.indexOf(" advice ");
    return advice < 0 ? told : told.substring(0, advice);
  }

  @Test
  void theHelperOfSystemctlIsNoVictimOfAPerson() throws IOException {
    Told report = Told.of(new Sample("systemctl-stop"));
    assertThat(report.at("summary.by_cause.user")).isIn("null", "0");
  }
}
