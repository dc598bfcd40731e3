package io.killtrail.analyzer.codec;

import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SerialsSeen.Run;
import java.util.ArrayList;
import java.util.List;

final class SerialsCodec {
  private SerialsCodec() {}

  static void write(FactOutput out, SerialsSeen seen) {
    out.writeUnsigned(seen.runs().size());
    long before = 0;
    for (Run run : seen.runs()) {
      out.writeSigned(run.first() - before);
      out.writeSigned(run.last() - run.first());
      out.writeSigned(run.seen());
      out.writeInstant(run.from());
      out.writeInstant(run.to());
      before = run.last();
    }
  }

  static SerialsSeen read(Provenance provenance, FactInput in) {
    int count = in.readCount();
    List<Run> runs = new ArrayList<>();
    long before = 0;
    for (int i = 0; i < count; i++) {
      long first = before + in.readSigned();
      long last = first + in.readSigned();
      runs.add(new Run(first, last, in.readSigned(), in.readInstant(), in.readInstant()));
      before = last;
    }
    return new SerialsSeen(provenance, runs);
  }
}
