package io.killtrail.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  private final List<String> tooLong = new ArrayList<>();

  private List<String> lines(InputStream in) throws IOException {
    LineReader reader = new LineReader(in, (offset, start) -> tooLong.add(offset + " " + start));
    List<String> lines = new ArrayList<>();
    while (reader.next()) {
      lines.add(reader.line().offset() + " " + reader.line().latin1());
    }
    return lines;
  }

  private static InputStream bytes(String latin1) {
    return new ByteArrayInputStream(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void takesBothLineEndsAndALastLineWithout() throws IOException {
    assertThat(lines(bytes("one\r\ntwo\n\nthree")))
        .containsExactly("0 one", "5 two", "9 ", "10 three");
  }

  @Test
  void keepsBytesThatAreNoText() throws IOException {
    assertThat(lines(bytes("a\0b\u00ff\u0080\n"))).containsExactly("0 a\0b\u00ff\u0080");
  }

  @Test
  void findsNothingInAnEmptyInput() throws IOException {
    assertThat(lines(bytes(""))).isEmpty();
  }

  @Test
  void skipsALineThatIsTooLongAndGoesOn() throws IOException {
    String huge = "x".repeat(LineReader.LONGEST + 600_000);
    assertThat(lines(bytes("a\n" + huge + "\nb\n")).stream().filter(line -> line.length() < 99))
        .containsExactly("0 a", (huge.length() + 3) + " b");
    assertThat(lines(bytes(huge))).isEmpty();
    assertThat(tooLong.removeLast()).startsWith("0 xxx");
    assertThat(tooLong).singleElement().asString().startsWith("2 xxx").hasSizeLessThan(300);
  }

  @Test
  void keepsALineThatIsJustShortEnough() throws IOException {
    String big = "x".repeat(LineReader.LONGEST);
    assertThat(lines(bytes(big + "\nb"))).hasSize(2);
    assertThat(tooLong).isEmpty();
  }

  @Test
  void findsTheSameLinesHoweverTheInputDribbles() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      String line = "y".repeat(random.nextInt(400));
      expected.add(text.length() + " " + line);
      text.append(line).append('\n');
    }
    InputStream dribble =
        new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.ISO_8859_1)) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 1 + random.nextInt(3_000)));
          }
        };
    assertThat(lines(dribble)).as("seed %d", seed).isEqualTo(expected);
  }
}
