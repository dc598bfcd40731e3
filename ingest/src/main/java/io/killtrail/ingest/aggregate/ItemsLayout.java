package io.killtrail.ingest.aggregate;

import io.killtrail.ingest.aggregate.AggregatedEvent.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collectors of SIEMs: {@code {"node":"web01","timestamp":"1657540049","timestampfractional":"329",
 * "eventid":"7912","items":{"SYSCALL":["arch=c000003e …"],"PROCTITLE":[…]}}}.
 */
final class ItemsLayout implements Layout {
  @Override
  public boolean fits(Json.Members object) {
    return object.has("eventid") && object.find("items").orElse(object) instanceof Json.Members;
  }

  @Override
  public Optional<AggregatedEvent> event(Json.Members object) {
    Optional<EventStamp> stamp =
        EventStamp.of(
            object.text("timestamp").orElse(""),
            object.text("timestampfractional").orElse(""),
            object.text("eventid").orElse(""));
    List<Part> parts = new ArrayList<>();
    if (object.find("items").orElse(object) instanceof Json.Members items) {
      for (Map.Entry<String, Json> item : items.values().entrySet()) {
        for (String body : item.getValue().texts()) {
          parts.add(Part.ofText(item.getKey(), body));
        }
      }
    }
    return stamp.isEmpty() || parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AggregatedEvent(stamp.get(), object.text("node"), Optional.empty(), parts));
  }
}
