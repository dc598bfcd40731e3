package io.killtrail.analyzer.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RowSearchTest {
  private static final QueryField UNIT = new QueryField("unit", QueryField.Type.TEXT, List.of());
  private static final QueryField UID = new QueryField("uid", QueryField.Type.QUANTITY, List.of());
  private static final QueryField AT = new QueryField("at", QueryField.Type.TIME, List.of());
  private static final QueryField SIGNAL =
      new QueryField("signal", QueryField.Type.SIGNAL, List.of());
  private static final QueryField CAUSE =
      new QueryField("cause", QueryField.Type.WORD, List.of("user", "self"));
  private static final QueryFields FIELDS = QueryFields.of(List.of(UNIT, UID, AT, SIGNAL, CAUSE));

  private static final List<Map<QueryField, List<String>>> ROWS =
      List.of(
          row("app.service", "0", "2026-11-21T02:00:00.000Z", "SIGTERM", "user"),
          row("web app.service", "1000", "2026-11-21T03:00:00.000Z", "SIGKILL", "self"),
          row("db.service", "60000", "-0004-01-01T00:00:00.000Z", "SIGRTMIN+3", "user"));

  private static Map<QueryField, List<String>> row(
      String unit, String uid, String at, String signal, String cause) {
    Map<QueryField, List<String>> row = new LinkedHashMap<>();
    row.put(UNIT, List.of(unit));
    row.put(UID, List.of(uid));
    row.put(AT, List.of(at));
    row.put(SIGNAL, List.of(signal));
    row.put(CAUSE, List.of(cause));
    return row;
  }

  private static List<Integer> matching(String query, List<Map<QueryField, List<String>>> rows)
      throws IOException, QuerySyntaxException {
    RowSearch search = new RowSearch(FIELDS);
    search.ask(query);
    return search.answers(rows).getFirst().stream().boxed().toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unit:app.service | 0",
        "unit:*app* | 0,1",
        "unit:\"web app.service\" | 1",
        "unit:/[ad][pb]+.service/ | 0,2",
        "unit:d? | ''",
        "unit:dc.service~1 | 2",
        "uid:1000 | 1",
        "uid:[1000 TO 60000] | 1,2",
        "uid:{1000 TO 60000} | ''",
        "uid:{1000 TO *] | 2",
        "uid:[* TO 999] | 0",
        "uid:10* | 1",
        "at:[2026-11-21 TO 2026-11-21T02:30] | 0",
        "at:{2026-11-21T02:00 TO *] | 1",
        "at:[* TO 2026-01-01] | 2",
        "signal:TERM | 0",
        "signal:9 | 1",
        "signal:SIGK* | 1",
        "signal:SIGRTMIN\\+3 | 2",
        "cause:user | 0,2",
        "cause:user unit:db.service | 2",
        "cause:self OR unit:db.service | 1,2",
        "(cause:user OR cause:self) AND NOT uid:0 | 1,2",
        "NOT cause:user | 1",
        "unit:* AND (NOT cause:self) | 0,2",
        "-uid:0 -uid:1000 | 2",
        "* | 0,1,2",
      })
  void findsTheRowsThatAQueryMeans(String query, String rows) throws Exception {
    List<String> found = matching(query, ROWS).stream().map(String::valueOf).toList();
    assertThat(String.join(",", found)).isEqualTo(rows);
  }

  @Test
  void answersEachQueryByItselfInTheOrderOfAsking() throws Exception {
    RowSearch search = new RowSearch(FIELDS);
    search.ask("cause:self");
    search.ask("uid:0");
    assertThat(search.answers(ROWS)).map(Object::toString).containsExactly("{1}", "{0}");
    assertThat(search.answers(List.of())).map(Object::toString).containsExactly("{}", "{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cause:user AND NOT (uid:[1 TO 2] OR unit:a*) | [cause, uid, unit]",
        "unit:/a/ at:[* TO 2026-01-01] | [at, unit]",
        "unit:a~1 signal:TERM -uid:7 | [signal, uid, unit]",
        "unit:\"a b\"~2 cause:s?lf | [cause, unit]",
        "* | []",
      })
  void knowsWhichFieldsItsQueriesName(String query, String fields) throws Exception {
    RowSearch search = new RowSearch(FIELDS);
    search.ask(query);
    assertThat(search.named()).hasToString(fields);
  }

  @Test
  void keepsTheOrderOfManyRowsAndTakesLongValues() throws Exception {
    List<Map<QueryField, List<String>>> rows = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      String unit = "\ud83d\udc80".repeat(i % 7 == 0 ? 40_000 : 1) + i;
      rows.add(row(unit, Integer.toString(i), "2026-11-21T02:00:00Z", "SIGTERM", "user"));
    }
    assertThat(matching("uid:[2990 TO *]", rows))
        .isEqualTo(IntStream.range(2990, 3000).boxed().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unti:a | 0 | there is no field unti; did you mean unit?",
        "unit:a AND deployer | 11 | names no field; write FIELD:VALUE",
        "unit:/usr/bin/kill | 5 | put quotation marks around a path",
        "uid:[a TO 5] | 5 | uid takes a number, not a",
        "uid:many | 4 | uid takes a number, not many",
        "at:today | 3 | at takes a range: at:[2026-11-21T02:00 TO 2026-11-21T03:00]",
        "unit:[a TO b] | 0 | a range can only be asked of uid, at, not of unit",
        "cause:usr | 6 | did you mean user?",
        "unit:/[/ | 5 | a pattern is wrong",
      })
  void tellsWhereAQueryIsWrongAndWhatWasMeant(String query, int position, String told) {
    assertThatThrownBy(() -> new RowSearch(FIELDS).ask(query))
        .isInstanceOfSatisfying(
            QuerySyntaxException.class, wrong -> assertThat(wrong.position()).hasValue(position))
        .hasMessageContaining(told);
  }

  private static String eight(int group) {
    return IntStream.range(0, 8)
        .mapToObj(i -> "uid:" + (group * 8 + i))
        .collect(Collectors.joining(" "));
  }

  static Stream<String> busy() {
    return Stream.of(
        "unit:" + "x".repeat(20_000),
        "(".repeat(5000) + "unit:a" + ")".repeat(4999),
        "unit:" + "*a?".repeat(3000),
        "unit:/(a|b)*a.{20}/",
        "unit:/" + "(".repeat(101) + ")".repeat(101) + "/",
        "unit:a ".repeat(1400),
        IntStream.range(0, 150)
            .mapToObj(i -> "(" + eight(i) + ")")
            .collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @MethodSource("busy")
  void refusesWhatWouldKeepItBusy(String query) {
    assertThatThrownBy(() -> new RowSearch(FIELDS).ask(query))
        .isInstanceOf(QuerySyntaxException.class)
        .message()
        .isNotBlank()
        .hasSizeLessThan(200)
        .doesNotContain("\n");
  }

  @Test
  void readsLongQueriesThatArePlain() throws Exception {
    assertThat(matching("unit:/" + "a|".repeat(4500) + "app.service/", ROWS)).containsExactly(0);
    assertThat(matching("NOT unit:" + "x".repeat(9000), ROWS)).hasSize(3);
    assertThat(matching("uid:0" + " OR uid:1000".repeat(500), ROWS)).containsExactly(0, 1);
  }
}
