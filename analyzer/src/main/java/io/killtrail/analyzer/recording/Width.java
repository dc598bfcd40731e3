package io.killtrail.analyzer.recording;

/** By which table of system calls a program enters the kernel; a rule is for one of them. */
public enum Width {
  B64("b64"),
  /** 32-bit programs, also on a kernel of 64 bits. */
  B32("b32");

  private final String label;

  Width(String label) {
    this.label = label;
  }

  /** As {@code -F arch=} has it. */
  public String label() {
    return label;
  }

  /** Which one the {@code arch} of a rule means (audit_determine_machine of libaudit). */
  static Width of(String arch) {
    return switch (arch) {
      case "b32", "i386", "i486", "i586", "i686", "arm", "armv7l", "ppc", "s390" -> B32;
      default -> B64;
    };
  }
}
