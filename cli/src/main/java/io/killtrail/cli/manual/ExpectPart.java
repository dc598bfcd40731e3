package io.killtrail.cli.manual;

import io.killtrail.analyzer.query.QueryField;
import io.killtrail.reports.expect.Expectations;
import java.util.List;
import java.util.stream.Collectors;

/** What a file of expectations looks like, and the fields of cases that it can name. */
final class ExpectPart {
  private ExpectPart() {}

  static void write(Roff roff) {
    roff.section("Expectations");
    roff.paragraph(
        "A file for --expect is UTF-8 text. A rule has two lines; empty lines and lines that begin"
            + " with # say nothing.");
    roff.verbatim(
        List.of(
            "# Every release restarts the application.",
            "expect victim.unit:appd.service AND sender.exe:\"/usr/bin/deployer\"",
            "because deployer restarts appd for a release"));
    roff.paragraph(
        "A query is made of FIELD:VALUE, AND, OR, NOT and brackets. Values with blanks, slashes or"
            + " colons stand in quotation marks. * stands for any letters, ? for one. Of numbers"
            + " and times a range can be asked: exit.status:[128 TO 165],"
            + " time:[2026-11-21T02:00 TO *]. The fields are those of a case in the JSON report:");
    for (QueryField.Type type : QueryField.Type.values()) {
      fields(type, roff);
    }
  }

  private static void fields(QueryField.Type type, Roff roff) {
    List<QueryField> all =
        Expectations.fields().all().stream().filter(field -> field.type() == type).toList();
    if (all.isEmpty()) {
      return;
    }
    roff.term(type.label(), all.stream().map(QueryField::name).collect(Collectors.joining(", ")));
    for (QueryField field : all) {
      if (!field.values().isEmpty()) {
        roff.more(field.name() + ": " + String.join(", ", field.values()));
      }
    }
  }
}
