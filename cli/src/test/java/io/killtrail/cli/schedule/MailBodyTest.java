package io.killtrail.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailBodyTest {
  private static String body(String text) throws IOException {
    StringBuilder body = new StringBuilder();
    MailBody.write(text, body);
    return body.toString();
  }

  @Test
  void linesThatFitStayAsTheyAre() throws IOException {
    assertThat(body("one\n\n  two\n")).isEqualTo("one\n\n  two\n");
    assertThat(body("no end")).isEqualTo("no end\n");
    assertThat(body("")).isEmpty();
    assertThat(body("x".repeat(249) + "\ny\n")).isEqualTo("x".repeat(249) + "\ny\n");
  }

  @Test
  void aNameWithoutBlanksIsBrokenBetweenLetters() throws IOException {
    String name = "💀".repeat(1000) + "x".repeat(5000);
    String body = body("before\n" + name + "\nafter\n");

    assertThat(body.lines())
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 998)
        .startsWith("before")
        .endsWith("after");
    assertThat(body.replace("\n", "")).isEqualTo("before" + name + "after");
  }
}
