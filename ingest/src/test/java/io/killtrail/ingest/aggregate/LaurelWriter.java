package io.killtrail.ingest.aggregate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns an audit log into the layout that laurel documents. */
final class LaurelWriter {
  private static final Pattern HEADER =
      Pattern.compile("^(?:node=(\\S+) )?type=(\\S+) msg=audit\\(([\\d.]+:\\d+)\\): ?(.*)$");
  private static final Pattern FIELD =
      Pattern.compile("([A-Za-z0-9_\\[\\]-]+)=(\"[^\"]*\"|[^ '\\x1d]*)");
  private static final Set<String> ENCODED =
      Set.of("comm", "ocomm", "exe", "name", "cwd", "cmd", "acct", "key", "proctitle");
  private static final Set<String> SINGLE = Set.of("SYSCALL", "EXECVE", "CWD", "PROCTITLE");
  private static final Set<String> HEX = Set.of("arch", "a0", "a1", "a2", "a3");

  private final Map<String, Map<String, List<String>>> events = new LinkedHashMap<>();

  static List<String> write(List<String> log) {
    LaurelWriter writer = new LaurelWriter();
    log.forEach(writer::line);
    return writer.events.entrySet().stream().map(LaurelWriter::event).toList();
  }

  private void line(String line) {
    Matcher header = HEADER.matcher(line);
    if (header.matches()) {
      String node = header.group(1) == null ? "" : header.group(1);
      events
          .computeIfAbsent(header.group(3) + "@" + node, none -> new LinkedHashMap<>())
          .computeIfAbsent(header.group(2), none -> new ArrayList<>())
          .add(record(header.group(2), header.group(4)));
    }
  }

  private static String event(Map.Entry<String, Map<String, List<String>>> event) {
    String[] name = event.getKey().split("@", 2);
    StringBuilder json = new StringBuilder("{\"ID\":").append(quoted(name[0]));
    if (!name[1].isEmpty()) {
      json.append(",\"NODE\":").append(quoted(name[1]));
    }
    event
        .getValue()
        .forEach(
            (type, records) -> {
              String values = String.join(",", records);
              json.append(",").append(quoted(type)).append(":");
              json.append(SINGLE.contains(type) ? values : "[" + values + "]");
            });
    json.append(",\"PARENT_INFO\":{\"comm\":\"init\",\"ppid\":1}");
    return json.append("}").toString();
  }

  private static String record(String type, String body) {
    List<String> members = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    Matcher fields = FIELD.matcher(body.replace("msg='", " "));
    while (fields.find()) {
      String key = fields.group(1);
      String value = fields.group(2);
      if (key.equals("proctitle")) {
        arguments.addAll(List.of(decoded(value, true).split("\0", -1)));
      } else if (type.equals("EXECVE") && key.matches("a\\d+")) {
        arguments.add(decoded(value, true));
      } else if (type.equals("SYSCALL") && key.matches("a\\d")) {
        arguments.add("0x" + value);
      } else {
        members.add(quoted(key) + ":" + value(key, value));
      }
    }
    if (!arguments.isEmpty()) {
      List<String> texts = arguments.stream().map(a -> quoted(escaped(a))).toList();
      members.add("\"ARGV\":[" + String.join(",", texts) + "]");
    }
    members.add("\"PID\":{\"EVENT_ID\":\"1.000:1\",\"comm\":\"x\",\"pid\":7}");
    return "{" + String.join(",", members) + "}";
  }

  private static String value(String key, String value) {
    if (value.equals("(null)")) {
      return "null";
    }
    if (value.matches("-?\\d{1,18}") && !HEX.contains(key)) {
      return value;
    }
    return quoted(
        HEX.contains(key) ? "0x" + value : escaped(decoded(value, ENCODED.contains(key))));
  }

  /** One char a byte. */
  private static String decoded(String value, boolean encoded) {
    if (value.startsWith("\"")) {
      return value.substring(1, value.length() - 1);
    }
    if (!encoded || !value.matches("(?:[0-9A-F]{2})+")) {
      return value;
    }
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < value.length(); i += 2) {
      bytes.append((char) Integer.parseInt(value.substring(i, i + 2), 16));
    }
    return bytes.toString();
  }

  /** Valid UTF-8 stays as it is; other bytes, control characters, % and + are escaped. */
  private static String escaped(String latin1) {
    String text = new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    boolean valid = text.indexOf('\ufffd') < 0;
    StringBuilder out = new StringBuilder();
    for (char c : (valid ? text : latin1).toCharArray()) {
      if (c < 32 || c == 127 || c == '%' || c == '+' || (!valid && c > 127)) {
        out.append(String.format("%%%02x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
