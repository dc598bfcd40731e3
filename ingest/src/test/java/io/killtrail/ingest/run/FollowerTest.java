package io.killtrail.ingest.run;

import static io.killtrail.ingest.run.Kills.event;
import static io.killtrail.ingest.run.Kills.events;
import static io.killtrail.ingest.run.Kills.objPid;
import static io.killtrail.ingest.run.Kills.syscall;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.journalfile.Journalctl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A follower that nobody tells of changes, as on a network file system: it looks by itself. */
class FollowerTest {
  @TempDir private Path directory;
  private final CollectingSink sink = new CollectingSink();
  private final List<String> told = new ArrayList<>();
  private final Script script = new Script();
  private Path log;
  private Path rotated;

  @BeforeEach
  void nameTheLog() {
    log = directory.resolve("audit.log");
    rotated = directory.resolve("audit.log.1");
  }

  private void follow(Path path) throws Exception {
    Follower follower =
        new Follower(
            IngestOptions.NONE,
            sink,
            Journalctl.MISSING,
            script,
            (InputSummary input) -> told.add(input.path() + ": " + input.note().orElse("")),
            (paths, stopping) -> Watch.polling(stopping));
    follower.follow(List.of(path), Optional.empty());
    assertThat(script.isDone()).as("found: " + signals()).isTrue();
  }

  private List<SignalSent> signals() {
    return sink.facts(SignalSent.class);
  }

  /** So many signals were found, of which so many are known with their targets. */
  private BooleanSupplier found(int all, int whole) {
    return () ->
        signals().size() == all
            && signals().stream().filter(sent -> sent.targets().size() == 1).count() == whole;
  }

  private BooleanSupplier found(int all) {
    return found(all, all);
  }

  private void write(String lines) throws IOException {
    Kills.append(log, lines);
  }

  private void rotate() throws IOException {
    Files.move(log, rotated);
  }

  private static byte[] compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    return bytes.toByteArray();
  }

  @Test
  void growthIsSeen() throws Exception {
    write(event(1));
    script
        .when(found(1), () -> write(event(2) + syscall(3)))
        .when(found(3, 2), () -> write(objPid(3)))
        .until(found(3));
    follow(directory);
  }

  @Test
  void aDirectoryThatIsNotThereYetIsSeenWhenItComes() throws Exception {
    Path later = directory.resolve("later");
    script
        .when(
            () -> !told.isEmpty(),
            () -> Kills.append(Files.createDirectory(later).resolve("audit.log"), event(1)))
        .until(found(1));
    follow(later);

    assertThat(told).containsExactly(later + ": no such file");
  }

  @Nested
  class ARotation {
    @Test
    void isSeen() throws Exception {
      write(event(1));
      script
          .when(
              found(1),
              () -> {
                write(event(2) + syscall(3));
                rotate();
                write(objPid(3) + event(4));
              })
          .until(found(4));
      follow(directory);
    }

    @Test
    void leavesAnEmptyLogWithWhichItsEventsGoOnLater() throws Exception {
      write(event(1) + syscall(2));
      script
          .when(
              found(2, 1),
              () -> {
                write(syscall(3));
                rotate();
                write("");
              })
          .when(found(3, 1), () -> write(objPid(2)))
          .when(found(3, 2), () -> write(objPid(3) + event(4)))
          .until(found(4));
      follow(directory);
    }

    @Test
    void ofALogThatIsNamedByItselfLosesNothing() throws Exception {
      write(event(1) + syscall(2));
      Kills.append(directory.resolve("audit.log.2"), event(7));
      script
          .when(
              found(2, 1),
              () -> {
                write(objPid(2) + event(3));
                rotate();
              })
          .when(found(3), () -> Kills.append(rotated, syscall(4)))
          .when(found(4, 3), () -> write(objPid(4)))
          .until(found(4));
      follow(log);
    }

    @Test
    void ofWhichTheCompressedFormIsBeingMadeIsNotReadTwice() throws Exception {
      write(events(1, 40) + syscall(41));
      Path compressed = directory.resolve("audit.log.1.gz");
      byte[] all = compressed(events(1, 40) + syscall(41));
      script
          .when(
              found(41, 40),
              () -> {
                rotate();
                Files.write(compressed, Arrays.copyOf(all, all.length / 2));
                write("");
              })
          .later(
              () -> {
                Files.write(compressed, all);
                Files.delete(rotated);
                write(objPid(41) + event(42));
              })
          .until(found(42));
      follow(directory);

      assertThat(told).isEmpty();
    }
  }

  @Nested
  class ACopyOfTheLog {
    @Test
    void beforeItIsTruncatedGoesOnWithItsEvents() throws Exception {
      write(event(1));
      script
          .when(
              found(1),
              () -> {
                write(syscall(2));
                Files.copy(log, rotated);
                Files.writeString(log, "");
                write(objPid(2) + event(3));
              })
          .until(found(3));
      follow(directory);
    }

    /** A line that comes between is lost to logrotate, but was read before. */
    @Test
    void thatLacksWhatWasReadMeanwhileTakesNothingAway() throws Exception {
      write(events(1, 5) + syscall(6));
      script
          .when(
              found(6, 5),
              () -> {
                Files.copy(log, rotated);
                write(objPid(6) + syscall(7));
              })
          .when(
              found(7, 6),
              () -> {
                Files.writeString(log, "");
                write(objPid(7));
              })
          .when(found(7), () -> write(event(8)))
          .until(found(8));
      follow(directory);
    }
  }

  @Nested
  class AFileInThePlaceOfAnother {
    private void replace(String lines) throws IOException {
      Files.delete(log);
      write(lines);
    }

    @Test
    void isReadAnew() throws Exception {
      write(events(1, 3));
      script.when(found(3), () -> replace(event(7))).until(found(4));
      follow(directory);
    }

    @Test
    void isReadAnewThoughItIsMovedThere() throws Exception {
      write(events(1, 3));
      script
          .when(
              found(3),
              () -> {
                Kills.append(directory.resolve("next"), events(7, 9));
                Files.move(directory.resolve("next"), log, StandardCopyOption.REPLACE_EXISTING);
              })
          .until(found(6));
      follow(log);
    }

    @Test
    void isReadAnewThoughInodeSizeAndTimeAreTheSame() throws Exception {
      write(events(1, 3));
      FileTime modified = Files.getLastModifiedTime(log);
      script
          .when(
              found(3),
              () -> {
                Files.writeString(
                    log,
                    events(7, 9),
                    StandardCharsets.ISO_8859_1,
                    StandardOpenOption.TRUNCATE_EXISTING);
                Files.setLastModifiedTime(log, modified);
              })
          .when(found(6), () -> write(event(4)))
          .until(found(7));
      follow(directory);
    }

    @Test
    void isReadAnewAgainAndAgain() throws Exception {
      write(event(1));
      script
          .when(found(1), () -> replace(event(2)))
          .when(found(2), () -> replace(event(3)))
          .when(found(3), () -> replace(event(4)))
          .until(found(4));
      follow(directory);
    }
  }
}
