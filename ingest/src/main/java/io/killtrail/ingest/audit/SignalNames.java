package io.killtrail.ingest.audit;

import io.killtrail.ingest.fact.Signals;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Signals in the words of {@code ausearch -i} (audit-userspace, signaltab.h). */
final class SignalNames {
  private static final String UNNAMED = "unknown-signal(0x";

  private SignalNames() {}

  /** {@code SIGTERM}; from 32 on {@code unknown-signal(0x22)}; of 30 all versions lack the S. */
  static OptionalInt of(String text) {
    if (text.startsWith(UNNAMED) && text.endsWith(")")) {
      return number(text.substring(UNNAMED.length(), text.length() - 1));
    }
    return switch (text) {
      case "SIG0" -> OptionalInt.of(0);
      case "IGPWR" -> Signals.parse("PWR");
      default -> Signals.parse(text);
    };
  }

  private static OptionalInt number(String hex) {
    byte[] digits = hex.getBytes(StandardCharsets.US_ASCII);
    long number = FieldDecoder.hex(digits, 0, digits.length);
    return number < 0 || number > 64 ? OptionalInt.empty() : OptionalInt.of((int) number);
  }
}
