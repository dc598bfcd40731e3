package io.killtrail.ingest.aggregate;

import io.killtrail.ingest.aggregate.AggregatedEvent.Part;
import io.killtrail.ingest.audit.RecordBody;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * laurel: {@code {"ID":"1615113648.981:15220","NODE":"web01","SYSCALL":{"arch":"0xc000003e",
 * "syscall":62,…,"ARGV":["0x15e","0xf",…]},"OBJ_PID":[{"opid":281,…}],"PROCTITLE":{"ARGV":[…]}}}
 * (its json-format.md). Numbers are numbers or have a prefix, texts are decoded, and bytes that
 * JSON cannot hold are percent-encoded. Objects inside a record are what laurel itself knew of a
 * process; they are no part of the evidence.
 */
final class LaurelLayout implements Layout {
  private static final String ARGUMENTS = "ARGV";
  private static final String USERS_TEXT = "msg";
  private static final String JOINED_ARGUMENTS = "ARGV_STR";

  @Override
  public boolean fits(Json.Members object) {
    return object.text("ID").flatMap(EventStamp::of).isPresent();
  }

  @Override
  public Optional<AggregatedEvent> event(Json.Members object) {
    Optional<EventStamp> stamp = object.text("ID").flatMap(EventStamp::of);
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, Json> member : object.values().entrySet()) {
      String type = member.getKey();
      for (Json.Members record : member.getValue().objects()) {
        parts.add(new Part(type, body(type, record)));
      }
    }
    return stamp.isEmpty() || parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AggregatedEvent(stamp.get(), object.text("NODE"), Optional.empty(), parts));
  }

  private static String body(String type, Json.Members record) {
    RecordBody body = new RecordBody();
    fields(type, record, body);
    return body.latin1();
  }

  private static void fields(String type, Json.Members record, RecordBody body) {
    for (Map.Entry<String, Json> member : record.values().entrySet()) {
      if (member.getKey().equals(USERS_TEXT)) {
        switch (member.getValue()) {
          case Json.Members inner -> fields(type, inner, body);
          case Json.Text text -> body.nested(text.value());
          case Json.Items none -> {}
        }
      } else {
        field(type, member.getKey(), member.getValue(), body);
      }
    }
  }

  private static void field(String type, String name, Json value, RecordBody body) {
    List<String> texts = value.texts();
    if (name.equals(ARGUMENTS) || name.equals(JOINED_ARGUMENTS)) {
      arguments(type, texts, body);
    } else if (!texts.isEmpty()) {
      body.field(name, joined(texts, '\u0001'));
    }
  }

  private static void arguments(String type, List<String> texts, RecordBody body) {
    switch (type) {
      case "PROCTITLE" -> body.field("proctitle", joined(texts, '\0'));
      case "EXECVE" -> {
        for (int i = 0; i < texts.size(); i++) {
          body.text("a" + i, PercentText.bytes(texts.get(i)));
        }
      }
      default -> {
        for (int i = 0; i < texts.size(); i++) {
          body.field("a" + i, PercentText.bytes(texts.get(i)));
        }
      }
    }
  }

  private static byte[] joined(List<String> texts, char separator) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        bytes.write(separator);
      }
      bytes.writeBytes(PercentText.bytes(texts.get(i)));
    }
    return bytes.toByteArray();
  }
}
