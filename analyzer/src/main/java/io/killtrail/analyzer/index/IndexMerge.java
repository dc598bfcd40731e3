package io.killtrail.analyzer.index;

import io.killtrail.analyzer.codec.StringPool;
import io.killtrail.analyzer.index.KillIndexSchema.Kind;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;

/**
 * Makes one index of several. Each observation, sighting, rejected line and input is in it once, in
 * whatever order the indexes are named. A fact that names no host gets the one that its own index
 * knows for it: beside those of other hosts its path alone would tell no more.
 */
public final class IndexMerge {
  private static final Set<String> FACT = Set.of(KillIndexSchema.FACT, KillIndexSchema.RAW);

  private final DocumentWriter writer;
  private final HostNames.Source hosts;
  private final StringPool pool = new StringPool();
  private final MergedInputs inputs = new MergedInputs();
  private final SightingPacks packs = new SightingPacks();
  private final List<Earlier> earlier = new ArrayList<>();

  private IndexMerge(DocumentWriter writer, HostNames.Source hosts) {
    this.writer = writer;
    this.hosts = hosts;
  }

  /**
   * Writes the facts of all sources into a new index.
   *
   * @throws IOException with a message for people when one of them cannot be read, or the target is
   *     there already
   * @throws UncheckedIOException with one when the target cannot be written
   */
  public static void merge(
      List<Path> sources, Path target, InstantSource clock, HostNames.Source hosts)
      throws IOException {
    refuseIfThere(target);
    List<FactIndexReader> readers = new ArrayList<>();
    try {
      for (Path source : sources) {
        readers.add(FactIndexReader.open(source));
      }
      try (DocumentWriter writer = DocumentWriter.open(target, clock)) {
        new IndexMerge(writer, hosts).merge(inOrder(readers));
        writer.commit();
      }
    } finally {
      for (FactIndexReader reader : readers) {
        reader.close();
      }
    }
  }

  private static void refuseIfThere(Path target) throws IOException {
    if (IndexDirectory.holdsIndex(target)) {
      throw new IOException(
          "there is an index in " + target + " already; name a directory for a new one");
    }
  }

  /** By what was read into them, so that the order in which they are named makes no difference. */
  private static List<FactIndexReader> inOrder(List<FactIndexReader> readers) throws IOException {
    Map<FactIndexReader, String> contents = new HashMap<>();
    for (FactIndexReader reader : readers) {
      List<String> keys = reader.inputs().stream().map(InputDocuments::key).sorted().toList();
      contents.put(reader, String.join("\n", keys));
    }
    return readers.stream().sorted(Comparator.comparing(contents::get)).toList();
  }

  private void merge(List<FactIndexReader> readers) throws IOException {
    for (FactIndexReader reader : readers) {
      facts(reader, true);
    }
    for (FactIndexReader reader : readers) {
      facts(reader, false);
      sightings(reader);
      rejections(reader);
      reader.forEachMark(inputs::add);
      earlier.add(new Earlier(reader.lookup()));
    }
    if (!packs.isEmpty()) {
      writer.add(packs.take());
    }
    inputs.forEach((key, input, mark) -> writer.add(InputDocuments.document(key, input, mark)));
  }

  /** First what may not be complete yet: what is complete takes its place. */
  private void facts(FactIndexReader reader, boolean provisional) throws IOException {
    HostNames names = hosts.of(reader.inputs());
    Map<Integer, String> withdrawable = reader.lookup().provisional();
    if (provisional && withdrawable.isEmpty()) {
      return;
    }
    for (Kind kind : Kind.values()) {
      switch (kind) {
        case SIGNAL, EXIT, UNIT, PROCESS, PID_FILE, BOOT, GAP, SERIALS, SETTING ->
            reader.documents(
                kind,
                FACT,
                (address, document) -> {
                  Optional<String> id = Optional.ofNullable(withdrawable.get(address));
                  if (id.isPresent() == provisional) {
                    fact(FactIndexReader.single(document, pool), names, id);
                  }
                });
        case SIGHTINGS, INPUT, REJECTION -> {}
      }
    }
  }

  private void fact(Fact fact, HostNames names, Optional<String> provisional) {
    Document document = FactDocuments.document(names.named(fact));
    provisional.ifPresent(
        id -> document.add(new StringField(KillIndexSchema.PROVISIONAL, id, Field.Store.NO)));
    writer.replace(FactDocuments.observation(fact), document);
  }

  private void sightings(FactIndexReader reader) throws IOException {
    HostNames names = hosts.of(reader.inputs());
    reader.documents(
        Kind.SIGHTINGS,
        FACT,
        (address, document) -> {
          for (Fact sighting : SightingPacks.factsWithRaw(document, pool)) {
            if (earlier.stream().noneMatch(other -> other.has(sighting))
                && packs.add(names.named(sighting))) {
              writer.add(packs.take());
            }
          }
        });
  }

  /** Lines of two files can have one path and offset: the same line only is the same. */
  private void rejections(FactIndexReader reader) throws IOException {
    reader.forEachRejection(
        rejection -> {
          if (earlier.stream().noneMatch(other -> other.has(rejection))) {
            writer.add(FactDocuments.document(rejection));
          }
        });
  }

  /** What an index has, looked up one by one. */
  private static final class Earlier {
    private final IndexLookup index;
    private int last = -1;
    private Set<Term> lastPack = Set.of();

    Earlier(IndexLookup index) {
      this.index = index;
    }

    /** Copies mostly stand in the same order: the pack of the last one is kept. */
    boolean has(Fact sighting) {
      Term observation = FactDocuments.observation(sighting);
      if (lastPack.contains(observation)) {
        return true;
      }
      try {
        for (int address : index.packsWith(sighting.provenance().id())) {
          if (address != last) {
            last = address;
            lastPack = index.observations(address);
          }
          if (lastPack.contains(observation)) {
            return true;
          }
        }
        return false;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    boolean has(Rejection rejection) {
      try {
        return index.rejectionsAt(FactDocuments.term(rejection)).contains(rejection);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
