package io.killtrail.ingest.fact;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a host was set up to record what happens, as it or its files say.
 *
 * @param item what was set or is set
 */
public record Configured(Provenance provenance, Item item) implements Fact {
  public Configured {
    Objects.requireNonNull(provenance);
    Objects.requireNonNull(item);
  }

  /** One thing that was set. */
  public sealed interface Item {}

  /**
   * A number of the kernel's audit: {@code audit_enabled}, {@code audit_rate_limit}, {@code
   * audit_backlog_limit}, {@code audit_pid} (0: nobody takes the records), {@code lost}.
   *
   * @param name as CONFIG_CHANGE has it
   * @param old what it was before, where known
   */
  public record Setting(String name, long value, OptionalLong old) implements Item {
    public Setting {
      Objects.requireNonNull(name);
      Objects.requireNonNull(old);
    }
  }

  /**
   * An audit rule was loaded or removed while the kernel ran.
   *
   * @param added whether it was loaded
   * @param key of the rule
   */
  public record RuleChanged(boolean added, Optional<String> key) implements Item {
    public RuleChanged {
      Objects.requireNonNull(key);
    }
  }

  /**
   * A rule as a rule file or {@code auditctl -l} has it.
   *
   * @param line its place among the lines of the input, from 1: the kernel takes the first that
   *     fits
   * @param list {@code exit}, {@code exclude} …
   * @param records whether it says {@code always}, not {@code never}
   * @param arch {@code b64}, {@code b32} or another; empty when the rule names none
   * @param calls names of the system calls; {@code all} for every one; empty for file watches
   * @param filters its other conditions, such as {@code a1!=0}
   */
  public record RuleListed(
      int line,
      String list,
      boolean records,
      Optional<String> arch,
      List<String> calls,
      List<String> filters,
      Optional<String> key)
      implements Item {
    public RuleListed {
      Objects.requireNonNull(list);
      Objects.requireNonNull(arch);
      calls = List.copyOf(calls);
      filters = List.copyOf(filters);
      Objects.requireNonNull(key);
    }
  }

  /** The service manager's version; from 255 on it signals by {@code pidfd_send_signal}. */
  public record ManagerVersion(int number) implements Item {}
}
