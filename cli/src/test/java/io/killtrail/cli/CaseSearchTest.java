package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Analyzer;
import io.killtrail.analyzer.CaseSearch;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.index.FactIndexReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks about one death gets the case that the whole report has. */
class CaseSearchTest {
  /** Each question reads the whole index: some of many cases must do. */
  private static final int MOST = 20;

  @TempDir private Path directory;

  @Test
  void samplesGiveTheCasesOfTheReport() throws IOException {
    try (SamplesIndex index = new SamplesIndex()) {
      assertThat(check(index.directory())).isGreaterThan(15);
    }
  }

  /** Many signals, so that they are looked at in several windows. */
  @Test
  void aBusyLogGivesTheCasesOfTheReport() throws IOException {
    Path log = directory.resolve("audit.log");
    BusySignals.write(log, 70_000);
    String index = directory.resolve("index").toString();
    assertThat(Cli.run("ingest", "--index", index, log.toString()).exit()).isZero();
    assertThat(check(directory.resolve("index"))).isBetween(3L, 1000L);
  }

  private static long check(Path index) throws IOException {
    try (FactIndexReader reader = FactIndexReader.open(index)) {
      CaseSearch search = new CaseSearch(reader);
      List<Case> whole = Analyzer.analyze(reader).cases();
      Set<String> units = new TreeSet<>();
      for (Case each : sparse(whole)) {
        assertThat(search.ofCase(each.id()).cases()).containsExactly(each);
        if (each.victim().pid().isPresent()) {
          assertThat(search.ofPid(each.victim().pid().getAsInt()).cases()).contains(each);
        }
        each.victim().unit().ifPresent(units::add);
      }
      for (String unit : units) {
        assertThat(search.ofUnit(unit).cases())
            .containsAll(
                whole.stream()
                    .filter(each -> each.victim().unit().filter(unit::equals).isPresent())
                    .toList());
      }
      return whole.size();
    }
  }

  private static List<Case> sparse(List<Case> cases) {
    int step = Math.max(1, cases.size() / MOST);
    return IntStream.range(0, cases.size())
        .filter(i -> i % step == 0)
        .mapToObj(cases::get)
        .toList();
  }
}
