package io.killtrail.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.SignalSent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill events out of public posts, where a collection of them lies beside the captures: blocks
 * whose titles begin with {@code # K} and a number, in whatever form somebody pasted them.
 */
class WildKillsTest {
  private static final String RULE = "#".repeat(40);

  @TempDir Path directory;

  private static Path collection() {
    return Path.of(System.getProperty("killtrail.root", "."))
        .resolve(
            Optional.ofNullable(System.getenv("KILLTRAIL_CAPTURES")).orElse("../shared/captures"))
        .resolveSibling("wild/snippets.txt")
        .normalize();
  }

  @TestFactory
  Stream<DynamicTest> yieldSenderVictimAndSignal() throws IOException {
    Path file = collection();
    assumeTrue(Files.isRegularFile(file), "no collection of public posts");
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    return Stream.of(text.split("\n" + RULE + "#*\n(?=# K\\d)"))
        .skip(1)
        .map(block -> dynamicTest(block.lines().findFirst().orElse(""), () -> yields(block)));
  }

  private void yields(String block) throws IOException {
    Path file = directory.resolve("block");
    Files.writeString(file, block.split("\n" + RULE, 3)[1], StandardCharsets.ISO_8859_1);
    CollectingSink sink = new CollectingSink();
    Evidence.ingest(sink, file);

    assertThat(sink.facts(SignalSent.class))
        .isNotEmpty()
        .allSatisfy(
            sent -> {
              assertThat(sent.sender().pid()).isPresent();
              assertThat(sent.sender().comm()).isPresent();
              assertThat(sent.signal()).isPresent();
              assertThat(!sent.targets().isEmpty() || sent.addressed() instanceof Addressed.Task)
                  .as("a victim")
                  .isTrue();
            });
  }
}
