package io.killtrail.reports.redact;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites a text in one pass, so that no pseudonym is taken for a name and replaced again. */
final class Matches {
  private Matches() {}

  /**
   * The text with something in place of each match.
   *
   * @param between what becomes of the text between matches
   */
  static String replace(
      Pattern pattern,
      String text,
      Function<MatchResult, String> instead,
      UnaryOperator<String> between) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    int end = 0;
    while (matcher.find()) {
      out.append(between.apply(text.substring(end, matcher.start())));
      out.append(instead.apply(matcher));
      end = matcher.end();
    }
    return out.append(between.apply(text.substring(end))).toString();
  }
}
