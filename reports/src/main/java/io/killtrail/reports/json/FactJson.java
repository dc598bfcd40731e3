package io.killtrail.reports.json;

import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.reports.text.FactLine;
import java.io.IOException;
import java.util.Locale;

/** A fact as one line of JSON: what a search finds. */
public final class FactJson {
  private FactJson() {}

  /** Writes {@code {"ref":…,"time":…,"kind":…,"host":…,"boot":…,"form":…,"says":…}} and LF. */
  public static void write(Fact fact, Appendable out) throws IOException {
    Provenance provenance = fact.provenance();
    JsonOut json = JsonOut.to(out, false);
    json.document(
        () -> {
          json.text("ref", provenance.id().text());
          json.time("time", provenance.time());
          json.text("kind", FactLine.kind(fact));
          json.text("host", provenance.node());
          json.text("boot", provenance.bootId());
          json.text("form", provenance.form().name().toLowerCase(Locale.ROOT).replace('_', '-'));
          json.text("says", FactLine.of(fact));
        });
  }
}
