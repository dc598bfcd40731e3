package io.killtrail.analyzer.index;

import io.killtrail.analyzer.codec.StringPool;
import io.killtrail.analyzer.index.KillIndexSchema.Kind;
import io.killtrail.ingest.fact.Fact;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;

/** All facts of an index with the text of their raw records: slower than without it. */
public final class WholeFacts {
  private static final Set<String> WITH_RAW = Set.of(KillIndexSchema.FACT, KillIndexSchema.RAW);

  private WholeFacts() {}

  /** Gives every fact once, in no order. */
  public static void forEach(FactIndexReader index, Consumer<Fact> action) throws IOException {
    StringPool pool = new StringPool();
    for (Kind kind : Kind.values()) {
      switch (kind) {
        case SIGHTINGS ->
            index.documents(
                kind,
                WITH_RAW,
                (address, document) -> SightingPacks.factsWithRaw(document, pool).forEach(action));
        case INPUT, REJECTION -> {}
        case SIGNAL, EXIT, UNIT, PROCESS, PID_FILE, BOOT, GAP, SERIALS, SETTING ->
            index.documents(
                kind,
                WITH_RAW,
                (address, document) -> action.accept(FactIndexReader.single(document, pool)));
      }
    }
  }
}
