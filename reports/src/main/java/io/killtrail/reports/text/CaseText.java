package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.Case;

/** A case in few words; holds text out of logs, so escape it before showing. */
public final class CaseText {
  private CaseText() {}

  /** The unit, since people think in units; where there is none, the process. */
  public static String whom(Case each) {
    return each.victim()
        .unit()
        .orElseGet(() -> PartyText.name(each.victim().comm(), each.victim().pid()));
  }

  /** Such as {@code killed by SIGKILL, by systemd[1], asked for by systemctl[777]}. */
  public static String ending(Case each) {
    String end =
        each.exit().how().isPresent()
            ? DeedText.of(each.exit())
            : each.signal().map(signal -> signal.name()).orElse("ended");
    String by = each.sender().map(party -> ", by " + PartyText.name(party)).orElse("");
    String asked =
        each.requester().map(party -> ", asked for by " + PartyText.name(party)).orElse("");
    return end + by + asked;
  }
}
