package io.killtrail.ingest.aggregate;

import io.killtrail.ingest.aggregate.AggregatedEvent.Part;
import io.killtrail.ingest.audit.LoggedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * auditbeat and Elastic Agent: {@code {"@timestamp":…,"auditd":{"sequence":…,"data":{…}},
 * "process":{…},"user":{…}}}. Where the raw records were kept ({@code include_raw_message}: {@code
 * auditd.messages} or {@code event.original}) they count; else they are made again of the fields.
 */
final class BeatLayout implements Layout {
  @Override
  public boolean fits(Json.Members object) {
    return object.has("auditd.sequence") || !lines(object).isEmpty();
  }

  @Override
  public Optional<AggregatedEvent> event(Json.Members object) {
    Optional<String> host =
        object
            .text("host.name")
            .or(() -> object.text("agent.hostname"))
            .or(() -> object.text("beat.hostname"));
    List<LoggedRecord> records = records(object);
    return records.isEmpty()
        ? BeatRecords.of(object)
            .map(made -> new AggregatedEvent(made.stamp(), Optional.empty(), host, made.parts()))
        : Optional.of(raw(records, host));
  }

  private static AggregatedEvent raw(List<LoggedRecord> records, Optional<String> host) {
    LoggedRecord first = records.getFirst();
    EventStamp stamp = new EventStamp(first.epochMillis(), first.serial());
    List<Part> parts =
        records.stream()
            .filter(record -> stamp.equals(new EventStamp(record.epochMillis(), record.serial())))
            .map(record -> new Part(record.type(), record.body()))
            .toList();
    return new AggregatedEvent(stamp, first.node(), host, parts);
  }

  private static List<LoggedRecord> records(Json.Members object) {
    List<LoggedRecord> records = new ArrayList<>();
    lines(object).forEach(line -> LoggedRecord.parse(line).ifPresent(records::add));
    return records;
  }

  private static List<String> lines(Json.Members object) {
    List<String> kept = object.texts("auditd.messages");
    List<String> texts = kept.isEmpty() ? object.texts("event.original") : kept;
    return texts.stream()
        .flatMap(String::lines)
        .filter(line -> line.contains("msg=audit("))
        .toList();
  }
}
