package io.killtrail.ingest.capture;

import io.killtrail.ingest.snapshot.Snapshot;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** What the running kernel says of itself under {@code /proc}. */
final class KernelFiles {
  /** USER_HZ, as it is on all but some old architectures. */
  private static final long USUAL_HERTZ = 100;

  /** AT_CLKTCK of the auxiliary vector (getauxval(3)). */
  private static final long CLOCK_TICKS = 17;

  private static final int BOOT_ID_LENGTH = 32;

  private final Path proc;
  private final ProcFile content = new ProcFile();

  KernelFiles(Path proc) {
    this.proc = proc;
  }

  Snapshot.Kernel running(Instant now) throws IOException {
    String boot = line("sys/kernel/random/boot_id").replace("-", "").toLowerCase(Locale.ROOT);
    if (boot.length() != BOOT_ID_LENGTH) {
      throw new IOException(proc + "/sys/kernel/random/boot_id: no boot id");
    }
    return new Snapshot.Kernel(boot, now.minusNanos(uptimeNanos()), hertz(), pidMax());
  }

  Optional<String> hostName() {
    try {
      return Optional.of(line("sys/kernel/hostname")).filter(name -> !name.isEmpty());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private String line(String file) throws IOException {
    // Not by Files: it asks for one byte first, and the kernel gives numbers at once or never.
    content.read(proc.resolve(file).toString());
    return new String(content.bytes(), 0, content.length(), StandardCharsets.ISO_8859_1).strip();
  }

  /** Hundredths of seconds, the time asleep included, as in the start of tasks. */
  private long uptimeNanos() throws IOException {
    String uptime = line("uptime");
    int end = uptime.indexOf(' ');
    try {
      return new BigDecimal(end < 0 ? uptime : uptime.substring(0, end))
          .movePointRight(9)
          .longValue();
    } catch (NumberFormatException e) {
      throw new IOException(proc + "/uptime: no number", e);
    }
  }

  private OptionalLong pidMax() {
    try {
      return OptionalLong.of(Long.parseLong(line("sys/kernel/pid_max")));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private long hertz() {
    try {
      ByteBuffer pairs =
          ByteBuffer.wrap(Files.readAllBytes(proc.resolve("self/auxv")))
              .order(ByteOrder.nativeOrder());
      while (pairs.remaining() >= 2 * Long.BYTES) {
        long type = pairs.getLong();
        long value = pairs.getLong();
        if (type == CLOCK_TICKS && value > 0) {
          return value;
        }
      }
    } catch (IOException e) {
      return USUAL_HERTZ;
    }
    return USUAL_HERTZ;
  }
}
