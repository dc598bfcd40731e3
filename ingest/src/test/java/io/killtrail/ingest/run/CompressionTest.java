package io.killtrail.ingest.run;

import static io.killtrail.ingest.run.Evidence.bytes;
import static io.killtrail.ingest.run.Evidence.joined;
import static io.killtrail.ingest.run.Evidence.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.fact.SignalSent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
  @TempDir Path directory;

  private final CollectingSink sink = new CollectingSink();

  private InputSummary ingest(byte[] content) throws IOException {
    return Evidence.ingest(sink, Files.write(directory.resolve("a.log"), content)).getFirst();
  }

  private int signals() {
    return sink.facts(SignalSent.class).size();
  }

  @ParameterizedTest
  @EnumSource
  void isToldByItsBytesAndNotByAName(Packer packer) throws IOException {
    InputSummary summary = ingest(packer.pack(bytes(signal(7))));
    assertThat(summary.outcome()).isEqualTo(Outcome.READ);
    assertThat(summary.records()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void isReadToTheLastOfStreamsThatFollowEachOther(Packer packer) throws IOException {
    ingest(joined(packer.pack(bytes(signal(1))), packer.pack(bytes(signal(2)))));
    assertThat(signals()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void isUndoneTwice(Packer packer) throws IOException {
    assertThat(ingest(Packer.GZIP.pack(packer.pack(bytes(signal(1))))).records()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void isRefusedBeyondThat(Packer packer) throws IOException {
    byte[] three = packer.pack(packer.pack(packer.pack(bytes(signal(1)))));
    InputSummary summary = ingest(three);
    assertThat(summary.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(summary.note())
        .hasValue(
            "compressed more than 2 times over: taken for a decompression bomb, the rest is not read");
  }

  @ParameterizedTest
  @EnumSource
  void givesWhatCameBeforeTheCut(Packer packer) throws IOException {
    byte[] plain = randomSignals(20_000);
    byte[] whole = packer.pack(plain);
    InputSummary summary = ingest(Arrays.copyOf(whole, whole.length * 3 / 4));
    assertThat(summary.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(summary.note()).hasValue("the compressed data ends early");
    assertThat(signals()).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void neverThrowsWhateverItsBytesAre(Packer packer) throws IOException {
    byte[] whole = packer.pack(randomSignals(2_000));
    long seed = System.nanoTime();
    System.out.println("seed of damaged " + packer + ": " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      byte[] damaged = whole.clone();
      for (int j = 0; j < 4; j++) {
        damaged[10 + random.nextInt(whole.length - 10)] = (byte) random.nextInt();
      }
      assertThat(ingest(damaged)).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"BZh is no header\n", "BZh9 neither\n", "BZh91AY\n", "(µ/x"})
  void isNotSeenInTextThatOnlyBeginsLikeIt(String text) throws IOException {
    String log = "# " + text + signal(1);
    assertThat(ingest(bytes(log)).outcome()).isEqualTo(Outcome.READ);
    assertThat(ingest(bytes(text + "\n" + signal(2))).outcome()).isEqualTo(Outcome.READ);
  }

  /** Random serials, so that no compressor makes nothing of them. */
  private static byte[] randomSignals(int count) {
    Random random = new Random(1);
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < count; i++) {
      log.append(signal(random.nextInt(1 << 30)).replace("a2=0", "a2=" + random.nextLong()));
    }
    return bytes(log.toString());
  }

  @Nested
  class OfARotatedSet {
    @Test
    void doesNotChangeTheOrder() throws IOException {
      int serial = 0;
      for (String name :
          List.of(
              "a.log.12.bz2", "a.log.9.xz", "a.log.3.zst", "a.log.2.zstd", "a.log.1.gz", "a.log")) {
        serial++;
        Files.write(directory.resolve(name), Packer.ZSTD.pack(bytes(signal(serial))));
      }
      assertThat(Evidence.ingest(sink, directory))
          .extracting(summary -> Path.of(summary.path()).getFileName().toString())
          .containsExactly(
              "a.log.12.bz2", "a.log.9.xz", "a.log.3.zst", "a.log.2.zstd", "a.log.1.gz", "a.log");
    }

    @Test
    void doesNotTakeLzmaForACompression() throws IOException {
      Files.write(directory.resolve("a.log.1.lzma"), bytes(signal(1)));
      Files.write(directory.resolve("a.log"), bytes(signal(2)));
      assertThat(Evidence.ingest(sink, directory))
          .extracting(summary -> Path.of(summary.path()).getFileName().toString())
          .containsExactly("a.log", "a.log.1.lzma");
    }
  }

  @Nested
  class ThatExpandsLikeABomb {
    private static final int MIB = 1 << 20;

    @Test
    void isNotEvenExpandedWhenItShowsNothing() throws IOException {
      Files.write(directory.resolve("zeros"), Packer.ZSTD.repeat(new byte[MIB], 4096));
      InputSummary summary = Evidence.ingest(sink, directory).getFirst();
      assertThat(summary.outcome()).isEqualTo(Outcome.NOT_EVIDENCE);
    }

    @Test
    void isNoBombWhenItIsOnlyRepetitive() throws IOException {
      byte[] lines = bytes(signal(7).repeat(4_000));
      InputSummary summary = ingest(Packer.XZ.repeat(lines, 20));
      assertThat(summary.outcome()).isEqualTo(Outcome.READ);
      assertThat(summary.records()).isEqualTo(160_000);
    }

    @Test
    void isRefusedWhenItsXzHeaderAsksForTooMuchMemory() throws IOException {
      byte[] xz = Packer.XZ.pack(bytes(signal(1)));
      ByteBuffer header = ByteBuffer.wrap(xz).order(ByteOrder.LITTLE_ENDIAN);
      int block = 12; // its header: size, flags, filter and its properties, padding, CRC
      xz[block + 4] = 37; // a dictionary of 1.5 GiB
      CRC32 crc = new CRC32();
      crc.update(xz, block, 8);
      header.putInt(block + 8, (int) crc.getValue());
      InputSummary summary = ingest(xz);
      assertThat(summary.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(summary.note().orElseThrow()).matches("xz data that needs 15\\d\\d MiB of memory");
    }

    @Test
    void isRefusedWhenItsZstdHeaderAsksForTooMuchMemory() throws IOException {
      byte[] log = bytes(signal(1));
      int last = log.length << 3 | 1;
      byte[] frame = {
        0x28,
        (byte) 0xb5,
        0x2f,
        (byte) 0xfd, // magic
        0,
        (byte) (21 << 3), // a window of 2 GiB
        (byte) last,
        (byte) (last >> 8),
        (byte) (last >> 16)
      };
      InputSummary summary = ingest(joined(frame, log));
      assertThat(summary.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(summary.note()).hasValue("zstd data that needs more memory than any log does");
    }
  }

  @Nested
  class AndALineTooLong {
    @Test
    void leavesTheLineOutAndReadsAllElse() throws IOException {
      byte[] log =
          joined(
              Packer.GZIP.pack(bytes(signal(1))),
              Packer.GZIP.repeat(bytes("x".repeat(1 << 20)), 64),
              Packer.GZIP.pack(bytes("\n" + signal(2))));
      InputSummary summary = ingest(log);
      assertThat(summary.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(summary.note())
          .hasValue(
              "a line at byte "
                  + signal(1).length()
                  + " is longer than 16777216 bytes and was left out; all else was read");
      assertThat(summary.records()).isEqualTo(4);
      assertThat(signals()).isEqualTo(2);
      assertThat(sink.rejections().getFirst().excerpt()).startsWith("xxx");
    }
  }
}
