package io.killtrail.analyzer.index;

import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the index keeps of an input.
 *
 * @param paths where the same content was found, with the root that the user named for each
 * @param hosts the hosts that its facts name, each with the boot ids beside the name
 */
public record IndexedInput(
    NavigableMap<String, String> paths,
    InputFormat format,
    Optional<String> digest,
    long records,
    long rejected,
    InputSummary.Outcome outcome,
    Optional<String> note,
    NavigableMap<String, NavigableSet<String>> hosts) {
  public IndexedInput {
    paths = Collections.unmodifiableNavigableMap(new TreeMap<>(paths));
    Objects.requireNonNull(format);
    Objects.requireNonNull(digest);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(note);
    hosts = Collections.unmodifiableNavigableMap(new TreeMap<>(hosts));
  }

  /** An input as it was just read. */
  static IndexedInput of(InputSummary summary, NavigableMap<String, NavigableSet<String>> hosts) {
    NavigableMap<String, String> paths = new TreeMap<>();
    paths.put(summary.path(), summary.root());
    return new IndexedInput(
        paths,
        summary.format(),
        summary.digest(),
        summary.records(),
        summary.rejected(),
        summary.outcome(),
        summary.note(),
        hosts);
  }

  /** The same content, found at one more place. */
  IndexedInput alsoAt(String path, String root) {
    NavigableMap<String, String> more = new TreeMap<>(paths);
    more.putIfAbsent(path, root);
    return new IndexedInput(more, format, digest, records, rejected, outcome, note, hosts);
  }

  /** The path that reports show: the same, in whatever order the copies were read. */
  public String path() {
    return paths.firstKey();
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(paths.size());
      for (var entry : paths.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeUTF(entry.getValue());
      }
      out.writeUTF(format.name());
      out.writeUTF(digest.orElse(""));
      out.writeLong(records);
      out.writeLong(rejected);
      out.writeUTF(outcome.name());
      out.writeUTF(note.orElse(""));
      out.writeInt(hosts.size());
      for (var entry : hosts.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeUTF(String.join(",", entry.getValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static IndexedInput fromBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      NavigableMap<String, String> paths = new TreeMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        paths.put(in.readUTF(), in.readUTF());
      }
      InputFormat format = InputFormat.valueOf(in.readUTF());
      Optional<String> digest = text(in);
      long records = in.readLong();
      long rejected = in.readLong();
      InputSummary.Outcome outcome = InputSummary.Outcome.valueOf(in.readUTF());
      Optional<String> note = text(in);
      return new IndexedInput(
          paths, format, digest, records, rejected, outcome, note, readHosts(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> text(DataInputStream in) throws IOException {
    return Optional.of(in.readUTF()).filter(text -> !text.isEmpty());
  }

  private static NavigableMap<String, NavigableSet<String>> readHosts(DataInputStream in)
      throws IOException {
    NavigableMap<String, NavigableSet<String>> hosts = new TreeMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      String host = in.readUTF();
      NavigableSet<String> boots = new TreeSet<>();
      for (String boot : in.readUTF().split(",", -1)) {
        if (!boot.isEmpty()) {
          boots.add(boot);
        }
      }
      hosts.put(host, boots);
    }
    return hosts;
  }
}
