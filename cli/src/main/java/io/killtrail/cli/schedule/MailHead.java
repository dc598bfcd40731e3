package io.killtrail.cli.schedule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** The header of a mail (RFC 5322), for {@code sendmail -t} to send what follows. */
public final class MailHead {
  /** An encoded word takes 75 characters at most (RFC 2047): so many bytes of UTF-8 fit in. */
  private static final int WORD_BYTES = 42;

  /** So many letters of a subject are read by anybody. */
  public static final int MOST = 160;

  /** How an encoded word begins, which a reader of mail would take for one (RFC 2047). */
  private static final String ENCODED = "=?";

  private MailHead() {}

  /**
   * Writes the header and the empty line behind it.
   *
   * @param to addresses, each checked by {@link #address}
   * @param subject one line that is safe to be shown, at most {@link #MOST} letters
   */
  public static void write(List<String> to, String subject, ZonedDateTime date, Appendable out)
      throws IOException {
    line(out, "To", String.join(", ", to));
    line(out, "Subject", subject(subject));
    line(out, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).format(date));
    line(out, "MIME-Version", "1.0");
    line(out, "Content-Type", "text/plain; charset=utf-8");
    line(out, "Content-Transfer-Encoding", "8bit");
    line(out, "Auto-Submitted", "auto-generated");
    out.append('\n');
  }

  /**
   * An address, or the name of a local user, as it was given.
   *
   * @throws IllegalArgumentException when it would break the header; the message is for the user
   */
  public static String address(String given) {
    boolean plain =
        given
            .chars()
            .allMatch(letter -> letter > ' ' && letter < 0x7f && ",;<>()\"".indexOf(letter) < 0);
    if (given.isEmpty() || !plain) {
      throw new IllegalArgumentException("'" + given + "' is no address to send mail to");
    }
    return given;
  }

  private static void line(Appendable out, String name, String value) throws IOException {
    out.append(name).append(": ").append(value).append('\n');
  }

  /** What is not printable ASCII is encoded, so that no log can add a header, nor a word. */
  private static String subject(String subject) {
    boolean plain = subject.chars().allMatch(letter -> letter >= ' ' && letter < 0x7f);
    return plain && !subject.contains(ENCODED) ? subject : encoded(subject);
  }

  private static String encoded(String text) {
    StringBuilder words = new StringBuilder();
    StringBuilder word = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              String next = Character.toString(letter);
              if ((word + next).getBytes(StandardCharsets.UTF_8).length > WORD_BYTES) {
                words.append(word(word.toString())).append("\n ");
                word.setLength(0);
              }
              word.append(next);
            });
    return words.append(word(word.toString())).toString();
  }

  private static String word(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }
}
