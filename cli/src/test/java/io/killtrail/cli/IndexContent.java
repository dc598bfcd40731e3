package io.killtrail.cli;

import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.ingest.fact.Fact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** All that an index holds, in a form that two indexes can be compared by. */
final class IndexContent {
  /** Of every so many sightings, which share documents, the raw records are looked at. */
  private static final int SAMPLE = 101;

  /** A file is known by its content: what its name was when it was read does not matter. */
  private static final Pattern ROTATED = Pattern.compile("audit\\.log\\.\\d+");

  private final Map<String, Integer> counts = new TreeMap<>();

  private IndexContent() {}

  /** Each fact as id and digest, and how often it is there; raw records, lines rejected, inputs. */
  static Map<String, Integer> of(Path index) throws Exception {
    return read(index).counts;
  }

  private static IndexContent read(Path index) throws Exception {
    IndexContent content = new IndexContent();
    try (FactIndexReader reader = FactIndexReader.open(index)) {
      content.facts(reader);
      content.raw(reader);
      reader.forEachRejection(rejection -> content.add("rejected", rejection.toString()));
      reader
          .inputs()
          .forEach(
              input ->
                  content.add(
                      "input", input.digest() + " " + input.rejected() + " " + input.hosts()));
    }
    return content;
  }

  private void facts(FactIndexReader reader) throws IOException {
    reader.forEachButSignals(this::bare);
    reader.forEachSignal((address, signal) -> bare(signal));
  }

  private void bare(Fact fact) {
    add("fact " + fact.provenance().id().text(), fact.toString());
  }

  private void raw(FactIndexReader reader) throws Exception {
    for (Fact fact : reader.search("*", Integer.MAX_VALUE)) {
      add("raw " + fact.provenance().id().text(), fact.toString());
    }
    List<String> sampled =
        counts.keySet().stream()
            .filter(
                key -> key.startsWith("sighting ") && Math.floorMod(key.hashCode(), SAMPLE) == 0)
            .map(key -> key.split(" ", -1)[1])
            .toList();
    for (String id : sampled) {
      reader.show(id).forEach(fact -> add("shown " + id, fact.toString()));
    }
  }

  private void add(String name, String text) {
    String named = ROTATED.matcher(text).replaceAll("audit.log");
    counts.merge(name + " " + digest(named), 1, Integer::sum);
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
