package io.killtrail.analyzer;

import io.killtrail.analyzer.index.IndexedInput;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.RawRecord;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which host a fact belongs to: the one that it names; else the only one that the inputs of its
 * directory, or of the nearest directory above that names any, or of the whole index name.
 */
final class HostMap {
  private final Map<String, String> canonical = new HashMap<>();
  private final Map<String, Optional<String>> byInput = new HashMap<>();
  private final Optional<String> only;

  HostMap(Collection<IndexedInput> inputs) {
    Map<String, NavigableSet<String>> boots = new TreeMap<>();
    inputs.forEach(
        input ->
            input
                .hosts()
                .forEach(
                    (host, ids) ->
                        boots.computeIfAbsent(host, none -> new TreeSet<>()).addAll(ids)));
    boots.keySet().forEach(name -> canonical.put(name, canonicalName(name, boots)));
    TreeSet<String> hosts = new TreeSet<>(canonical.values());
    this.only = hosts.size() == 1 ? Optional.of(hosts.first()) : Optional.empty();
    Map<String, NavigableSet<String>> byDirectory = namedBelow(inputs);
    for (IndexedInput input : inputs) {
      input.names().forEach(path -> byInput.put(path, nearest(path, byDirectory).or(() -> only)));
    }
  }

  /**
   * A short name and its FQDN are one host, unless their boot ids contradict that or several FQDNs
   * begin so; the shorter name stands.
   */
  private static String canonicalName(String name, Map<String, NavigableSet<String>> boots) {
    return boots.keySet().stream()
        .filter(other -> name.startsWith(other + "."))
        .filter(other -> agree(boots.get(other), boots.get(name)))
        .filter(
            other ->
                onlyOneBeginsWith(other, boots.keySet())
                    || share(boots.get(other), boots.get(name)))
        .min(Comparator.comparingInt(String::length))
        .orElse(name);
  }

  private static boolean agree(NavigableSet<String> one, NavigableSet<String> other) {
    return one.isEmpty() || other.isEmpty() || share(one, other);
  }

  private static boolean share(NavigableSet<String> one, NavigableSet<String> other) {
    return one.stream().anyMatch(other::contains);
  }

  private static boolean onlyOneBeginsWith(String shortName, Set<String> names) {
    return names.stream().filter(name -> name.startsWith(shortName + ".")).count() == 1;
  }

  private Map<String, NavigableSet<String>> namedBelow(Collection<IndexedInput> inputs) {
    Map<String, NavigableSet<String>> byDirectory = new HashMap<>();
    for (IndexedInput input : inputs) {
      List<String> hosts = input.hosts().keySet().stream().map(canonical::get).toList();
      for (String path : input.names()) {
        for (String above = above(path); !above.isEmpty(); above = above(above)) {
          byDirectory.computeIfAbsent(above, none -> new TreeSet<>()).addAll(hosts);
        }
      }
    }
    return byDirectory;
  }

  /**
   * The directory or archive that holds this; names out of archives are no paths of this machine.
   */
  private static String above(String path) {
    int slash = path.lastIndexOf('/');
    return slash == 0 && path.length() > 1 ? "/" : path.substring(0, Math.max(slash, 0));
  }

  private static Optional<String> nearest(
      String path, Map<String, NavigableSet<String>> byDirectory) {
    for (String above = above(path); !above.isEmpty(); above = above(above)) {
      NavigableSet<String> named = byDirectory.getOrDefault(above, new TreeSet<>());
      if (!named.isEmpty()) {
        return named.size() == 1 ? Optional.of(named.first()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The one name of the host that evidence names so. */
  String named(String name) {
    return canonical.getOrDefault(name, name);
  }

  /** Empty when no evidence tells. */
  Optional<String> hostOf(Fact fact) {
    Optional<String> node = fact.provenance().node();
    if (node.isPresent()) {
      return Optional.of(named(node.get()));
    }
    List<RawRecord> raw = fact.provenance().raw();
    return raw.isEmpty() ? only : byInput.getOrDefault(raw.getFirst().input(), only);
  }
}
