package io.killtrail.analyzer.index;

import io.killtrail.ingest.Custody;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the index keeps of an input.
 *
 * @param paths where the same content was found, with the root that the user named for each
 * @param former names that the file had when it was read, and has no longer
 * @param custody what was read of it, of a file
 * @param hosts the hosts that its facts name, each with the boot ids beside the name
 */
public record IndexedInput(
    NavigableMap<String, String> paths,
    NavigableSet<String> former,
    InputFormat format,
    Optional<String> digest,
    Optional<Custody> custody,
    long records,
    long rejected,
    InputSummary.Outcome outcome,
    Optional<String> note,
    NavigableMap<String, NavigableSet<String>> hosts) {
  public IndexedInput {
    paths = Collections.unmodifiableNavigableMap(new TreeMap<>(paths));
    former = Collections.unmodifiableNavigableSet(new TreeSet<>(former));
    Objects.requireNonNull(format);
    Objects.requireNonNull(digest);
    Objects.requireNonNull(custody);
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
        new TreeSet<>(),
        summary.format(),
        summary.digest(),
        summary.custody(),
        summary.records(),
        summary.rejected(),
        summary.outcome(),
        summary.note(),
        hosts);
  }

  /** The same content, found again: at one more place, or the file itself under a new name. */
  IndexedInput alsoAt(InputSummary found) {
    boolean renamed =
        isSameFile(found.custody()) && !paths.containsKey(found.path()) && !paths.isEmpty();
    return renamed ? movedTo(found.path(), found.root()) : withPath(found.path(), found.root());
  }

  /** The same input, of which less had been read. */
  IndexedInput grownFrom(IndexedInput earlier) {
    NavigableMap<String, NavigableSet<String>> all = hostsWith(earlier);
    IndexedInput named =
        new IndexedInput(
            earlier.paths,
            earlier.former,
            format,
            digest,
            custody,
            records,
            rejected,
            outcome,
            note,
            all);
    String path = paths.firstKey();
    boolean renamed = earlier.isSameFile(custody) && !earlier.paths.containsKey(path);
    return renamed ? named.movedTo(path, paths.get(path)) : named.withPath(path, paths.get(path));
  }

  private NavigableMap<String, NavigableSet<String>> hostsWith(IndexedInput other) {
    NavigableMap<String, NavigableSet<String>> all = new TreeMap<>(other.hosts);
    hosts.forEach(
        (host, boots) ->
            all.merge(
                host,
                boots,
                (one, more) -> {
                  NavigableSet<String> both = new TreeSet<>(one);
                  both.addAll(more);
                  return both;
                }));
    return all;
  }

  /** The same input, as another index knew it: names and hosts of both, all else as it is here. */
  IndexedInput with(IndexedInput other) {
    NavigableMap<String, String> all = new TreeMap<>(other.paths);
    paths.forEach(
        (path, root) ->
            all.merge(path, root, (one, more) -> one.compareTo(more) <= 0 ? one : more));
    NavigableSet<String> before = new TreeSet<>(former);
    before.addAll(other.former);
    before.removeAll(all.keySet());
    return new IndexedInput(
        all, before, format, digest, custody, records, rejected, outcome, note, hostsWith(other));
  }

  private boolean isSameFile(Optional<Custody> other) {
    return custody.isPresent()
        && other.filter(one -> one.fileKey().equals(custody.get().fileKey())).isPresent();
  }

  private IndexedInput movedTo(String path, String root) {
    NavigableSet<String> names = new TreeSet<>(former);
    names.addAll(paths.keySet());
    names.remove(path);
    return named(new TreeMap<>(Map.of(path, root)), names);
  }

  private IndexedInput withPath(String path, String root) {
    NavigableMap<String, String> more = new TreeMap<>(paths);
    more.putIfAbsent(path, root);
    return named(more, former);
  }

  private IndexedInput named(NavigableMap<String, String> names, NavigableSet<String> before) {
    return new IndexedInput(
        names, before, format, digest, custody, records, rejected, outcome, note, hosts);
  }

  /** The path that reports show: the same, in whatever order the copies were read. */
  public String path() {
    return paths.firstKey();
  }

  /** All paths that it ever had: what was read then names them. */
  public List<String> names() {
    return Stream.concat(paths.keySet().stream(), former.stream()).toList();
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(paths.size());
      for (var entry : paths.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeUTF(entry.getValue());
      }
      out.writeInt(former.size());
      for (String name : former) {
        out.writeUTF(name);
      }
      out.writeUTF(format.name());
      out.writeUTF(digest.orElse(""));
      CustodyCodec.write(out, custody);
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
      NavigableSet<String> former = new TreeSet<>();
      for (int i = in.readInt(); i > 0; i--) {
        former.add(in.readUTF());
      }
      InputFormat format = InputFormat.valueOf(in.readUTF());
      Optional<String> digest = text(in);
      Optional<Custody> custody = CustodyCodec.read(in);
      long records = in.readLong();
      long rejected = in.readLong();
      InputSummary.Outcome outcome = InputSummary.Outcome.valueOf(in.readUTF());
      Optional<String> note = text(in);
      return new IndexedInput(
          paths, former, format, digest, custody, records, rejected, outcome, note, readHosts(in));
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
