package io.killtrail.cli.option;

import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which hosts of an index are meant. */
public final class HostOptions {
  @Option(names = "--host", paramLabel = "NAME", description = "Only this host; may be repeated.")
  private Set<String> hosts = new LinkedHashSet<>();

  /** Made by picocli. */
  public HostOptions() {}

  /** Their names; empty for all. */
  public Set<String> hosts() {
    return Set.copyOf(hosts);
  }
}
