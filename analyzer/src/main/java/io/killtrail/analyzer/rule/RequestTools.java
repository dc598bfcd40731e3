package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.ProgramName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs that stop and restart services on behalf of whoever runs them. */
final class RequestTools {
  private static final Set<String> TOOLS =
      Set.of(
          "apt",
          "apt-get",
          "aptitude",
          "dpkg",
          "unattended-upgr",
          "unattended-upgrade",
          "unattended-upgrades",
          "needrestart",
          "packagekitd",
          "dnf",
          "dnf-3",
          "dnf5",
          "dnf-automatic",
          "microdnf",
          "yum",
          "rpm",
          "zypper",
          "pacman",
          "apk",
          "snapd",
          "puppet",
          "chef-client",
          "cinc-client",
          "salt-minion",
          "salt-call",
          "cf-agent",
          "cron",
          "crond",
          "CRON",
          "CROND",
          "anacron",
          "atd",
          "logrotate",
          "monit",
          "certbot");

  /** Ansible's modules are scripts in a directory of this name, or bear this name. */
  private static final Set<String> ANSIBLE = Set.of("/.ansible/", "AnsiballZ_", "ansible-playbook");

  /** An interpreter, its options and its script. */
  private static final int WORDS = 4;

  private RequestTools() {}

  /** Those among the ancestors, nearest first, such as {@code dpkg[31], apt-get[20]}. */
  static Optional<String> of(List<Life> ancestors, Instant time) {
    String names =
        ancestors.stream()
            .flatMap(life -> name(life, time).map(name -> name + "[" + life.pid() + "]").stream())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  private static Optional<String> name(Life life, Instant time) {
    String command = life.command(time).orElse("");
    return Stream.concat(
            Stream.concat(life.comm(time).stream(), life.exe(time).stream().map(ProgramName::of)),
            Stream.of(command.split(" ")).limit(WORDS).map(ProgramName::of))
        .filter(TOOLS::contains)
        .findFirst()
        .or(
            () ->
                ANSIBLE.stream().anyMatch(command::contains)
                    ? Optional.of("ansible")
                    : Optional.empty());
  }
}
