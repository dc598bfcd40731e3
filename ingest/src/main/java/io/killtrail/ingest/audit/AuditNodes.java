package io.killtrail.ingest.audit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The nodes of a log by their names' bytes; most lines name the same one as the line before. */
final class AuditNodes {
  /** More distinct names than this are no real cluster: forgetting them bounds the memory. */
  private static final int MOST = 32_768;

  private static final int MOST_CHARS = 4 << 20;

  private final AuditNode unnamed = new AuditNode(Optional.empty());
  private final Map<String, AuditNode> byName = new HashMap<>();
  private final Map<String, AuditNode> byHost = new HashMap<>();
  private byte[] lastName = new byte[0];
  private AuditNode last = unnamed;
  private int chars;

  AuditNode find(byte[] bytes, int start, int end) {
    if (!Arrays.equals(bytes, start, end, lastName, 0, lastName.length)) {
      lastName = Arrays.copyOfRange(bytes, start, end);
      last = find(Optional.of(new String(lastName, StandardCharsets.UTF_8)));
    }
    return last;
  }

  /**
   * The node of a record that came from elsewhere.
   *
   * @param host who sent it; keeps the records of several hosts apart that name no node
   */
  AuditNode find(Optional<String> name, Optional<String> host) {
    if (name.isPresent() || host.isEmpty()) {
      return find(name);
    }
    if (byHost.size() >= MOST && !byHost.containsKey(host.get())) {
      byHost.clear();
    }
    return byHost.computeIfAbsent(host.get(), h -> new AuditNode(Optional.empty(), host));
  }

  AuditNode find(Optional<String> name) {
    if (name.filter(n -> !n.isEmpty()).isEmpty()) {
      return unnamed;
    }
    AuditNode known = byName.get(name.get());
    return known == null ? add(name) : known;
  }

  private AuditNode add(Optional<String> name) {
    if (byName.size() >= MOST || chars > MOST_CHARS) {
      byName.clear();
      chars = 0;
    }
    AuditNode node = new AuditNode(name);
    byName.put(name.get(), node);
    chars += name.get().length();
    return node;
  }

  /** All that were found and not forgotten. */
  List<AuditNode> all() {
    List<AuditNode> all = new ArrayList<>(byName.values());
    all.addAll(byHost.values());
    all.add(unnamed);
    return all;
  }

  /** Gives each node the number by which its events name it. */
  Map<AuditNode, Integer> save(DataOutput out) throws IOException {
    List<AuditNode> all = all();
    Map<AuditNode, Integer> numbers = new HashMap<>(); // by identity: nodes are never equal
    out.writeInt(all.size());
    for (AuditNode node : all) {
      numbers.put(node, numbers.size());
      SavedText.write(out, node.name());
      SavedText.write(out, node.host());
      node.save(out);
    }
    return numbers;
  }

  /** The nodes in the order in which they were saved. */
  List<AuditNode> restore(DataInput in) throws IOException {
    List<AuditNode> nodes = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      AuditNode node = find(SavedText.read(in), SavedText.read(in));
      node.restore(in);
      nodes.add(node);
    }
    return nodes;
  }
}
