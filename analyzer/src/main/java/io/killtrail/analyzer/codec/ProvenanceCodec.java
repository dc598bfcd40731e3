package io.killtrail.analyzer.codec;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What all facts share: provenance and the description of a process. */
final class ProvenanceCodec {
  private static final SourceForm[] FORMS = SourceForm.values();

  private ProvenanceCodec() {}

  static void write(FactOutput out, Provenance provenance) {
    out.writeString(provenance.id().text());
    out.writeInstant(provenance.time());
    out.writeEnum(provenance.form());
    out.writeOptionalString(provenance.node());
    out.writeOptionalString(provenance.bootId());
    out.writeOptionalLong(provenance.serial());
    out.writeUnsigned(provenance.raw().size());
    String input = "";
    for (RawRecord record : provenance.raw()) {
      // The records of an event mostly come from one file.
      out.writeString(record.input().equals(input) ? "" : record.input());
      out.writeUnsigned(record.offset());
      input = record.input();
    }
  }

  static Provenance read(FactInput in) {
    return new Provenance(
        new FactId(in.readString()),
        in.readInstant(),
        in.readEnum(FORMS),
        in.readOptionalString(),
        in.readOptionalString(),
        in.readOptionalLong(),
        readPlaces(in));
  }

  private static List<RawRecord> readPlaces(FactInput in) {
    int count = in.readCount();
    List<RawRecord> places = new ArrayList<>(count);
    String input = "";
    for (int i = 0; i < count; i++) {
      String name = in.readString();
      input = name.isEmpty() ? input : name;
      places.add(new RawRecord(input, in.readUnsigned(), ""));
    }
    return places;
  }

  static void writeRaw(FactOutput out, List<RawRecord> raw) {
    for (RawRecord record : raw) {
      out.writeBytes(record.latin1().getBytes(StandardCharsets.UTF_8));
    }
  }

  static List<RawRecord> readRaw(FactInput in, List<RawRecord> places) {
    List<RawRecord> raw = new ArrayList<>(places.size());
    for (RawRecord place : places) {
      raw.add(new RawRecord(place.input(), place.offset(), in.readString()));
    }
    return raw;
  }

  static Provenance with(Provenance bare, List<RawRecord> raw) {
    return new Provenance(
        bare.id(), bare.time(), bare.form(), bare.node(), bare.bootId(), bare.serial(), raw);
  }

  static void writeActor(FactOutput out, Actor actor) {
    out.writeOptionalInt(actor.pid());
    out.writeOptionalInt(actor.ppid());
    out.writeOptionalString(actor.comm());
    out.writeOptionalString(actor.exe());
    out.writeOptionalString(actor.command());
    out.writeOptionalUser(actor.auid());
    out.writeOptionalUser(actor.uid());
    out.writeOptionalUser(actor.euid());
    out.writeOptionalString(actor.tty());
    out.writeOptionalLong(actor.session());
    out.writeOptionalString(actor.subject());
  }

  static Actor readActor(FactInput in) {
    return new Actor(
        in.readOptionalInt(),
        in.readOptionalInt(),
        in.readOptionalString(),
        in.readOptionalString(),
        in.readOptionalString(),
        in.readOptionalUser(),
        in.readOptionalUser(),
        in.readOptionalUser(),
        in.readOptionalString(),
        in.readOptionalLong(),
        in.readOptionalString());
  }
}
