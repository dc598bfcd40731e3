package io.killtrail.ingest.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names of months as journalctl prints them: strftime's {@code %b} in the locale of whoever ran it
 * (glibc, localedata). Languages whose names mean another month elsewhere are left out.
 */
final class Months {
  private static final String ENGLISH = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final int LONGEST = 8;

  /** By language, January first; lower case, without the dot that some put at the end. */
  private static final List<String> NAMES =
      List.of(
          "jan feb mar apr may jun jul aug sep oct nov dec", // English
          "jan feb mär apr mai jun jul aug sep okt nov dez", // German
          "jän feb mär apr mai jun jul aug sep okt nov dez", // Austrian
          "janv févr mars avril mai juin juil août sept oct nov déc", // French
          "ene feb mar abr may jun jul ago sep oct nov dic", // Spanish
          "gen feb mar apr mag giu lug ago set ott nov dic", // Italian
          "jan fev mar abr mai jun jul ago set out nov dez", // Portuguese
          "jan feb mrt apr mei jun jul aug sep okt nov dec", // Dutch
          "jan feb mars april maj juni juli aug sept okt nov dec", // Swedish, Danish
          "jan feb mars april mai juni juli aug sep okt nov des", // Norwegian
          "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu", // Finnish
          "sty lut mar kwi maj cze lip sie wrz paź lis gru", // Polish
          "led úno bře dub kvě čen čec srp zář říj lis pro", // Czech
          "jan febr márc ápr máj jún júl aug szept okt nov dec", // Hungarian
          "ian feb mar apr mai iun iul aug sep oct nov dec", // Romanian
          "oca şub mar nis may haz tem ağu eyl eki kas ara", // Turkish
          "янв фев мар апр май июн июл авг сен окт ноя дек", // Russian
          "янв фев мар апр мая июн июл авг сен окт ноя дек", // Russian, genitive
          "січ лют бер кві тра чер лип сер вер жов лис гру"); // Ukrainian

  private static final Map<String, Integer> BY_NAME = byName();

  private Months() {}

  private static Map<String, Integer> byName() {
    Map<String, Integer> months = new HashMap<>();
    for (String language : NAMES) {
      int month = 1;
      for (String name : language.split(" ", -1)) {
        months.put(name, month++);
      }
    }
    return Map.copyOf(months);
  }

  /** 1 to 12; 0 if the text between the indices names no month. */
  static int named(String text, int from, int end) {
    if (end - from == 3) {
      for (int i = 0; i < ENGLISH.length(); i += 3) {
        if (text.regionMatches(true, from, ENGLISH, i, 3)) {
          return i / 3 + 1;
        }
      }
    }
    boolean numbered = end > from + 1 && Digits.end(text, from) == end - 1;
    return numbered ? numbered(text, from, end) : translated(text, from, end);
  }

  /** Chinese and Japanese {@code 8月}, Korean {@code 8월}. */
  private static int numbered(String text, int from, int end) {
    char last = text.charAt(end - 1);
    int month = Digits.integerAt(text, from).orElse(0);
    return (last == '月' || last == '월') && month <= 12 ? month : 0;
  }

  private static int translated(String text, int from, int end) {
    int dotless = end > from && text.charAt(end - 1) == '.' ? end - 1 : end;
    return dotless - from > LONGEST
        ? 0
        : BY_NAME.getOrDefault(text.substring(from, dotless).toLowerCase(Locale.ROOT), 0);
  }
}
