package io.killtrail.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class DecompressionTest {
  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String open(byte[] bytes) throws IOException {
    return new String(
        Decompression.open(new ByteArrayInputStream(bytes), Expansion.ofFile()).readAllBytes(),
        StandardCharsets.UTF_8);
  }

  @Test
  void leavesPlainBytesAlone() throws IOException {
    assertThat(open("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo("abc");
    assertThat(open(new byte[0])).isEmpty();
  }

  @Test
  void readsAllMembersOfAGzipFile() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(gzip("one "));
    both.write(gzip("two"));
    assertThat(open(both.toByteArray())).isEqualTo("one two");
  }

  @Test
  void endsWhereItExpandsLikeABomb() throws IOException {
    byte[] bomb = gzip("\0".repeat(8 << 20));
    try (InputStream in =
        Decompression.open(new ByteArrayInputStream(bomb), Expansion.harmlessUpTo(1 << 20))) {
      assertThat(in.readNBytes(1 << 20)).hasSize(1 << 20);
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(ExpansionException.class)
          .hasMessageContaining("1048576 bytes and 1000 times its size")
          .hasMessageContaining("the rest is not read");
    }
  }

  @Test
  void countsWhatComesOutOfFilesWithinTowardsTheOuterOne() throws IOException {
    byte[] inner = gzip("\0".repeat(3 << 20));
    Expansion outer = Expansion.harmlessUpTo(8 << 20);
    for (int i = 0; i < 2; i++) {
      Decompression.open(new ByteArrayInputStream(inner), outer.within()).readAllBytes();
    }
    InputStream third = Decompression.open(new ByteArrayInputStream(inner), outer.within());

    assertThatThrownBy(third::readAllBytes).isInstanceOf(ExpansionException.class);
  }
}
