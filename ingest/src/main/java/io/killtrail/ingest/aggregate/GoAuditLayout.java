package io.killtrail.ingest.aggregate;

import io.killtrail.ingest.aggregate.AggregatedEvent.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * go-audit: {@code {"sequence":1226433,"timestamp":"1459447820.317","messages":[{"type":1300,
 * "data":"arch=c000003e syscall=62 …"},…],"uid_map":{"0":"root"}}}. The records are as the kernel
 * wrote them; the map holds the host's names of the users in them.
 */
final class GoAuditLayout implements Layout {
  private static final List<String> USERS = List.of("auid", "uid", "euid", "oauid", "ouid");

  @Override
  public boolean fits(Json.Members object) {
    return object.has("sequence") && object.has("timestamp") && object.has("messages");
  }

  @Override
  public Optional<AggregatedEvent> event(Json.Members object) {
    Optional<EventStamp> stamp =
        EventStamp.of(object.text("timestamp").orElse(""), object.text("sequence").orElse(""));
    List<Part> parts = new ArrayList<>();
    for (Json.Members message : object.find("messages").orElse(object).objects()) {
      Optional<String> type = message.text("type");
      Optional<String> data = message.text("data");
      if (type.isPresent() && data.isPresent()) {
        String body = data.get() + names(data.get(), object);
        parts.add(Part.ofText(type.get(), body));
      }
    }
    return stamp.isEmpty() || parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new AggregatedEvent(stamp.get(), Optional.empty(), Optional.empty(), parts));
  }

  /** What auditd would have added: the names of the users that the record numbers. */
  private static String names(String data, Json.Members object) {
    StringBuilder names = new StringBuilder();
    for (String user : USERS) {
      int start = data.indexOf(" " + user + "=");
      if (start >= 0) {
        int value = start + user.length() + 2;
        int end = data.indexOf(' ', value);
        name(data.substring(value, end < 0 ? data.length() : end), object)
            .ifPresent(
                name ->
                    names
                        .append(names.isEmpty() ? '\u001d' : ' ')
                        .append(user.toUpperCase(Locale.ROOT))
                        .append("=\"")
                        .append(name)
                        .append('"'));
      }
    }
    return names.toString();
  }

  /** go-audit itself says {@code UNKNOWN_USER} of a user that the host does not know. */
  private static Optional<String> name(String number, Json.Members object) {
    return EventStamp.isNumber(number)
        ? object
            .find("uid_map")
            .filter(Json.Members.class::isInstance)
            .flatMap(map -> ((Json.Members) map).text(number))
            .filter(name -> name.indexOf('"') < 0 && !name.equals("UNKNOWN_USER"))
        : Optional.empty();
  }
}
