package io.killtrail.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        Decompression.open(new ByteArrayInputStream(bytes)).readAllBytes(), StandardCharsets.UTF_8);
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

  @ParameterizedTest
  @ValueSource(strings = {"\u00fd7zXZ\0", "(\u00b5/\u00fd", "BZh9"})
  void refusesOtherCompressions(String magic) {
    assertThatThrownBy(() -> open((magic + "rest").getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(UnsupportedCompressionException.class);
  }
}
