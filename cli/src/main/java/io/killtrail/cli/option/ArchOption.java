package io.killtrail.cli.option;

import io.killtrail.analyzer.recording.Architecture;
import java.util.Optional;
import picocli.CommandLine.Option;

/** For which architecture. */
public final class ArchOption {
  @Option(
      names = "--arch",
      paramLabel = "ARCH",
      description =
          "x86_64, i386, aarch64, arm, ppc64le, ppc64, s390x or riscv64. Default: this machine's.")
  private Architecture arch;

  /** Made by picocli. */
  public ArchOption() {}

  /** The one that was asked for. */
  public Optional<Architecture> asked() {
    return Optional.ofNullable(arch);
  }

  /** The one that was asked for, else this machine's, if rules are known for it. */
  public Optional<Architecture> architecture() {
    return asked().or(() -> Architecture.named(System.getProperty("os.arch", "")));
  }
}
