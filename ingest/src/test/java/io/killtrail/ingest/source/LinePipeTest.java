package io.killtrail.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.Writer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A writer that must not wait, and a reader that takes its time. */
class LinePipeTest {
  private static final Duration SOON = Duration.ofMillis(20);
  private static final Instant NOW = Instant.parse("2026-11-21T02:22:16Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Pattern LINE = Pattern.compile("line \\d+ x*");

  private static List<String> readAll(LinePipe pipe) throws InterruptedException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (!pipe.ended()) {
      all.writeBytes(pipe.next(SOON));
    }
    return all.toString(StandardCharsets.US_ASCII).lines().toList();
  }

  /**
   * What was given by a pipe, of which there is too much to keep.
   *
   * @param numbers how many different ones the lines had
   * @param odd lines that were not written so, at most a few
   */
  private record Tally(int lines, int numbers, List<String> odd) {
    private static final int FEW = 10;

    static Tally of(LinePipe pipe) throws InterruptedException {
      BitSet numbers = new BitSet();
      List<String> odd = new ArrayList<>();
      int count = 0;
      while (!pipe.ended()) {
        String given = new String(pipe.next(SOON), StandardCharsets.US_ASCII);
        for (String line : given.lines().toList()) {
          count++;
          if (LINE.matcher(line).matches()) {
            numbers.set(Integer.parseInt(line.split(" ", -1)[1]));
          } else if (odd.size() < FEW) {
            odd.add(line);
          }
        }
      }
      return new Tally(count, numbers.cardinality(), odd);
    }
  }

  private static String line(long number) {
    return "line " + number + " " + "x".repeat((int) (number % 300)) + "\n";
  }

  @Test
  void linesThatComeOneByOneWaitUntilTheyAreTaken() throws Exception {
    Writer writer = Writer.of(LinePipeTest::line, 100_000).oneByOne();
    LinePipe pipe = LinePipe.from(writer, CLOCK);
    writer.awaitEnd();

    assertThat(readAll(pipe)).hasSize(100_000).allMatch(LINE.asMatchPredicate());
    assertThat(pipe.takeDropped()).isEmpty();
  }

  @Test
  void whatThereIsNoRoomForIsDroppedByWholeLinesAndCounted() throws Exception {
    long seed = new Random().nextLong();
    Writer writer = Writer.of(LinePipeTest::line, 600_000).inPieces(new Random(seed));
    LinePipe pipe = LinePipe.from(writer, CLOCK);
    writer.awaitEnd();
    Tally given = Tally.of(pipe);
    Dropped dropped = pipe.takeDropped().orElseThrow();

    assertThat(given.lines()).as("seed %d", seed).isGreaterThan(300_000);
    assertThat(given.numbers()).as("seed %d", seed).isEqualTo(given.lines());
    assertThat(given.odd()).as("seed %d", seed).isEmpty();
    assertThat(given.lines() + dropped.lines()).as("seed %d", seed).isEqualTo(600_000);
    assertThat(dropped.from()).isEqualTo(NOW);
    assertThat(dropped.to()).isEqualTo(NOW);
    assertThat(pipe.takeDropped()).isEmpty();
  }

  @Test
  void afterLinesWereDroppedTheNextAreTaken() throws Exception {
    Writer writer = Writer.of(LinePipeTest::line, 600_001).pausingBehind(600_000);
    LinePipe pipe = LinePipe.from(writer, CLOCK);
    writer.awaitPause();
    while (!pipe.isEmpty()) {
      assertThat(pipe.next(Duration.ZERO)).isNotEmpty();
    }
    assertThat(pipe.takeDropped()).isPresent();
    writer.goOn();

    assertThat(readAll(pipe)).containsExactly(line(600_001).strip());
    assertThat(pipe.takeDropped()).isEmpty();
  }

  @Test
  void aPatientPipeKeepsItsWriterWaitingAndLosesNothing() throws Exception {
    LinePipe pipe = LinePipe.patient(Writer.of(LinePipeTest::line, 600_000));

    assertThat(Tally.of(pipe).numbers()).isEqualTo(600_000);
    assertThat(pipe.takeDropped()).isEmpty();
  }

  @Test
  void aLineIsGivenWhenItsEndHasCome() throws Exception {
    Writer writer = Writer.of(number -> number == 1 ? "half " : "of it\n", 2).oneByOne();
    LinePipe pipe = LinePipe.from(writer.pausingBehind(1), CLOCK);
    writer.awaitPause();
    assertThat(pipe.next(SOON)).isEmpty();
    writer.goOn();

    assertThat(readAll(pipe)).hasSize(1);
  }

  @Test
  void aLastLineThatNeverEndsIsGivenInTheEnd() throws Exception {
    assertThat(readAll(LinePipe.from(Writer.of(number -> "torn", 1), CLOCK)))
        .containsExactly("torn");
  }

  @Test
  void whatCameBeforeAFailureIsGiven() throws Exception {
    InputStream failing =
        new InputStream() {
          private boolean read;

          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            if (read) {
              throw new IOException("gone");
            }
            read = true;
            into[offset] = '\n';
            return 1;
          }
        };
    LinePipe pipe = LinePipe.from(failing, CLOCK);

    assertThat(readAll(pipe)).containsExactly("");
    assertThat(pipe.failure().map(IOException::getMessage)).isEqualTo(Optional.of("gone"));
  }

  @Test
  void whatNobodyHasTimeForIsDropped() throws Exception {
    Writer writer = Writer.of(LinePipeTest::line, 1_000);
    LinePipe pipe = LinePipe.from(writer, CLOCK);
    writer.awaitEnd();
    pipe.dropRest();

    assertThat(pipe.takeDropped()).map(Dropped::lines).hasValue(1_000L);
    assertThat(pipe.isEmpty()).isTrue();
  }
}
