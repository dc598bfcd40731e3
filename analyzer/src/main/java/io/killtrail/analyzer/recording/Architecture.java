package io.killtrail.analyzer.recording;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Architectures of kernels, as far as rules differ between them. */
public enum Architecture {
  X86_64("x86_64", "amd64"),
  I386("i386", "x86 i486 i586 i686"),
  AARCH64("aarch64", "arm64"),
  ARM("arm", "armv5l armv6l armv7l armv8l"),
  PPC64LE("ppc64le", "ppc64el"),
  PPC64("ppc64", ""),
  S390X("s390x", ""),
  RISCV64("riscv64", "");

  private final String label;
  private final String otherNames;

  Architecture(String label, String otherNames) {
    this.label = label;
    this.otherNames = otherNames;
  }

  /** As {@code uname -m} has it. */
  public String label() {
    return label;
  }

  /** The tables of system calls that auditctl knows there, the kernel's own first. */
  public List<Width> widths() {
    return switch (this) {
      case X86_64, AARCH64, PPC64, S390X -> List.of(Width.B64, Width.B32);
      case PPC64LE, RISCV64 -> List.of(Width.B64);
      case I386, ARM -> List.of(Width.B32);
    };
  }

  /** The calls that make processes and threads: new tables have clone only. */
  List<String> forks(Width width) {
    boolean cloneOnly = width == Width.B64 && (this == AARCH64 || this == RISCV64);
    return cloneOnly ? List.of("clone", "clone3") : List.of("fork", "vfork", "clone", "clone3");
  }

  /** The one of this name, by whichever of its names. */
  public static Optional<Architecture> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty() ? Optional.empty() : known(wanted);
  }

  private static Optional<Architecture> known(String wanted) {
    return Arrays.stream(values())
        .filter(
            each ->
                each.label.equals(wanted)
                    || List.of(each.otherNames.split(" ", -1)).contains(wanted))
        .findFirst();
  }
}
