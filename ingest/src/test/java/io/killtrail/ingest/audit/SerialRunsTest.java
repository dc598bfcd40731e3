package io.killtrail.ingest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.fact.SerialsSeen.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SerialRunsTest {
  private final SerialRuns runs = new SerialRuns();

  private void add(long... serials) {
    for (long serial : serials) {
      runs.add(serial, 1000 + serial);
    }
  }

  private List<String> taken() {
    return runs.take().stream()
        .map(run -> run.first() + "-" + run.last() + (run.whole() ? "" : "?" + run.seen()))
        .toList();
  }

  @Test
  void serialsThatFollowEachOtherAreOneRun() {
    add(7, 7, 7, 8, 9, 9);
    assertThat(taken()).containsExactly("7-9");
    assertThat(runs.isEmpty()).isTrue();
  }

  @Test
  void lateOnesFillHoles() {
    add(1, 2, 5, 6, 4, 3, 9);
    assertThat(taken()).containsExactly("1-6", "9-9");
  }

  @Test
  void earlierOnesComeFirst() {
    add(9, 4, 8, 3);
    assertThat(taken()).containsExactly("3-4", "8-9");
  }

  @Test
  void aRunHasTheStampsOfItsEnds() {
    add(3, 4, 2);
    Run run = runs.take().getFirst();
    assertThat(run.from()).isEqualTo(Instant.ofEpochMilli(1002));
    assertThat(run.to()).isEqualTo(Instant.ofEpochMilli(1004));
  }

  @Test
  void inWhateverOrderTheyComeTheRunsAreTheSame() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    TreeSet<Long> wanted = new TreeSet<>();
    random.longs(800, 1, 1000).forEach(wanted::add);
    List<Long> shuffled = new ArrayList<>(wanted);
    Collections.shuffle(shuffled, random);
    shuffled.forEach(serial -> add(serial));

    TreeSet<Long> told = new TreeSet<>();
    for (Run run : runs.take()) {
      assertThat(run.whole()).as("seed %d", seed).isTrue();
      for (long serial = run.first(); serial <= run.last(); serial++) {
        told.add(serial);
      }
    }
    assertThat(told).as("seed %d", seed).isEqualTo(wanted);
  }

  @Test
  void anExtractOfAnyLengthIsFewRuns() {
    for (long serial = 0; serial < 1_000_000; serial += 7) {
      add(serial, serial);
    }
    List<Run> few = runs.take();
    assertThat(few).hasSizeLessThanOrEqualTo(512);
    assertThat(few.stream().mapToLong(Run::seen).sum()).isEqualTo(142_858);
    assertThat(few.getFirst().first()).isZero();
    assertThat(few.getLast().last()).isEqualTo(999_999);
  }
}
