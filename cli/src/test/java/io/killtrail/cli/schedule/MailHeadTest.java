package io.killtrail.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailHeadTest {
  private static final ZonedDateTime TIME = ZonedDateTime.parse("2026-11-21T06:00:00+01:00");

  private static List<String> head(String subject) throws IOException {
    StringBuilder head = new StringBuilder();
    MailHead.write(List.of("root", "ops@example.org"), subject, TIME, head);
    assertThat(head.toString()).endsWith("\n\n");
    return head.toString().lines().toList();
  }

  @Test
  void sendmailFindsWhomToSendItToAndHowItIsEncoded() throws IOException {
    assertThat(head("killtrail: 2 flagged"))
        .containsSubsequence(
            "To: root, ops@example.org",
            "Subject: killtrail: 2 flagged",
            "Date: Sat, 21 Nov 2026 06:00:00 +0100",
            "Content-Type: text/plain; charset=utf-8");
  }

  @Test
  void aSubjectOutOfALogAddsNoHeader() throws IOException {
    List<String> head = head("web01\r\nBcc: everybody@example.org");

    assertThat(head).noneMatch(line -> line.startsWith("Bcc"));
    assertThat(decoded(head)).isEqualTo("web01\r\nBcc: everybody@example.org");
  }

  @Test
  void aWordThatLooksEncodedIsShownAsItIs() throws IOException {
    String subject = "killtrail: 1 case on =?UTF-8?B?aGFjaw==?=";
    assertThat(decoded(head(subject))).isEqualTo(subject);
  }

  @Test
  void aLongSubjectIsFoldedBetweenLetters() throws IOException {
    String subject = "Überwachung 💀 ".repeat(8);
    List<String> head = head(subject);

    assertThat(head).allMatch(line -> line.length() <= 76 + "Subject: ".length());
    assertThat(decoded(head)).isEqualTo(subject);
  }

  private static String decoded(List<String> head) {
    String words =
        head.stream()
            .filter(line -> line.startsWith("Subject: ") || line.startsWith(" "))
            .map(line -> line.replace("Subject: ", "").strip())
            .collect(Collectors.joining(" "));
    return Stream.of(words.split(" ", -1))
        .map(word -> word.substring("=?UTF-8?B?".length(), word.length() - 2))
        .map(word -> new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(strings = {"root", "ops@example.org", "ops+kill@a-b.example"})
  void anAddressIsTakenAsItIs(String address) {
    assertThat(MailHead.address(address)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nBcc: x", "a,b", "<a@b>", "ü@example.org"})
  void whatWouldBreakTheHeaderIsRefused(String address) {
    assertThatThrownBy(() -> MailHead.address(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no address");
  }
}
