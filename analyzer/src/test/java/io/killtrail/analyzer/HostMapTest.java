package io.killtrail.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.index.IndexedInput;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HostMapTest {
  private static final String BOOT = "2b83f51991ac42c386393666cd7407d1";

  /** An input that names no host. */
  private static IndexedInput input(String path) {
    return input(path, new TreeMap<>());
  }

  private static IndexedInput input(String path, String host, String... boots) {
    NavigableMap<String, NavigableSet<String>> hosts = new TreeMap<>();
    hosts.put(host, new TreeSet<>(List.of(boots)));
    return input(path, hosts);
  }

  private static IndexedInput input(String path, NavigableMap<String, NavigableSet<String>> hosts) {
    return new IndexedInput(
        new TreeMap<>(Map.of(path, "/archive")),
        new TreeSet<>(),
        InputFormat.AUDIT_LOG,
        Optional.of(path),
        Optional.empty(),
        1,
        0,
        InputSummary.Outcome.READ,
        Optional.empty(),
        hosts);
  }

  private static Fact from(String path, Optional<String> node) {
    return new ProcessSeen(
        new Provenance(
            new FactId("audit:1.000:1"),
            Instant.EPOCH,
            SourceForm.AUDIT_RAW,
            node,
            Optional.empty(),
            OptionalLong.of(1),
            List.of(new RawRecord(path, 0, ""))),
        ProcessSeen.By.CALL,
        Actor.of(1, Optional.empty(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Fact from(String path) {
    return from(path, Optional.empty());
  }

  @Test
  void aFactsOwnWordCounts() {
    HostMap map = new HostMap(List.of(input("/archive/web01/audit.log", "web01")));

    assertThat(map.hostOf(from("/archive/web01/audit.log", Optional.of("db02")))).contains("db02");
  }

  @Test
  void theOnlyHostThatItsDirectoryNamesIsMeant() {
    HostMap map =
        new HostMap(
            List.of(
                input("/archive/web01/audit/audit.log"),
                input("/archive/web01/journal.json", "web01", BOOT),
                input("/archive/db02/audit/audit.log"),
                input("/archive/db02/journal.json", "db02")));

    assertThat(map.hostOf(from("/archive/web01/audit/audit.log"))).contains("web01");
    assertThat(map.hostOf(from("/archive/db02/audit/audit.log"))).contains("db02");
  }

  @Test
  void theOnlyHostOfTheIndexIsMeantElsewhere() {
    HostMap map =
        new HostMap(List.of(input("/a/audit.log"), input("/b/journal.json", "web01", BOOT)));

    assertThat(map.hostOf(from("/a/audit.log"))).contains("web01");
    assertThat(map.hostOf(from("/never/heard/of"))).contains("web01");
  }

  @Test
  void whereADirectoryNamesTwoNobodyIsGuessed() {
    HostMap map =
        new HostMap(
            List.of(
                input("/archive/audit.log"),
                input("/archive/web01.json", "web01"),
                input("/archive/db02.json", "db02")));

    assertThat(map.hostOf(from("/archive/audit.log"))).isEmpty();
  }

  @Test
  void withoutAnyNameThereIsNone() {
    assertThat(new HostMap(List.of(input("/a/audit.log"))).hostOf(from("/a/audit.log"))).isEmpty();
    assertThat(new HostMap(List.of()).hostOf(from("-"))).isEmpty();
  }

  @Test
  void aNameAndItsFullOneAreOneHostWhereABootIdSaysSo() {
    HostMap map =
        new HostMap(
            List.of(
                input("/a/journal.json", "web01.example.org", BOOT),
                input("/b/journal.json", "web01", BOOT)));

    assertThat(map.hostOf(from("/a/journal.json", Optional.of("web01.example.org"))))
        .contains("web01");
    assertThat(map.hostOf(from("/a/journal.json"))).contains("web01");
  }

  @Test
  void aNameAndALongerOneAreTwoHostsWhereNothingTiesThem() {
    HostMap map =
        new HostMap(
            List.of(
                input("/a/journal.json", "web01.example.org", BOOT),
                input("/b/journal.json", "web01", "another")));

    assertThat(map.hostOf(from("/a/journal.json", Optional.of("web01.example.org"))))
        .contains("web01.example.org");
    assertThat(map.hostOf(from("/b/journal.json"))).contains("web01");
  }
}
