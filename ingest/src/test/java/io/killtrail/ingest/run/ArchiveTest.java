package io.killtrail.ingest.run;

import static io.killtrail.ingest.run.Evidence.bytes;
import static io.killtrail.ingest.run.Evidence.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.InputSummary.Outcome;
import io.killtrail.ingest.fact.SignalSent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveTest {
  private static final Instant MODIFIED = Instant.parse("2024-03-01T10:00:00Z");

  @TempDir Path directory;

  private final CollectingSink sink = new CollectingSink();

  private static byte[] tar(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "UTF-8")) {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(member.getKey(), true);
        entry.setSize(member.getValue().length);
        entry.setModTime(FileTime.from(MODIFIED));
        out.putArchiveEntry(entry);
        out.write(member.getValue());
        out.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
      out.putArchiveEntry(new ZipArchiveEntry(name));
      out.write(content);
      out.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  private List<InputSummary> ingest(String name, byte[] content) throws IOException {
    return Evidence.ingest(sink, Files.write(directory.resolve(name), content));
  }

  private int signals() {
    return sink.facts(SignalSent.class).size();
  }

  @Test
  void givesEachOfItsFilesAsAnInput() throws IOException {
    Map<String, byte[]> members =
        Map.of("var/log/audit/audit.log", bytes(signal(1)), "etc/motd", bytes("Welcome.\n"));

    List<InputSummary> summaries = ingest("sos.tar", tar(members));

    assertThat(summaries).hasSize(2);
    assertThat(summaries.getFirst().path())
        .isEqualTo(directory.resolve("sos.tar") + "!/var/log/audit/audit.log");
    assertThat(summaries.getFirst().outcome()).isEqualTo(Outcome.READ);
    assertThat(summaries.getLast().format()).isEqualTo(InputFormat.ARCHIVE);
    assertThat(summaries.getLast().outcome()).isEqualTo(Outcome.READ);
    assertThat(summaries.getLast().note()).contains("2 files, 1 of them evidence");
    assertThat(sink.facts(SignalSent.class).getFirst().provenance().raw().getFirst().input())
        .endsWith("sos.tar!/var/log/audit/audit.log");
  }

  @ParameterizedTest
  @EnumSource
  void isReadThroughAnyCompression(Packer packer) throws IOException {
    ingest("sos", packer.pack(tar(Map.of("a/audit.log", packer.pack(bytes(signal(1)))))));

    assertThat(signals()).isEqualTo(1);
  }

  @Test
  void mayBeAZip() throws IOException {
    ingest("sos.zip", zip("logs/audit.log", bytes(signal(1))));

    assertThat(signals()).isEqualTo(1);
  }

  @Test
  void mayHoldArchives() throws IOException {
    byte[] inner = Packer.XZ.pack(tar(Map.of("audit.log", bytes(signal(1)))));

    List<InputSummary> summaries = ingest("all.tar", tar(Map.of("web01.tar.xz", inner)));

    assertThat(signals()).isEqualTo(1);
    assertThat(summaries.getFirst().path()).endsWith("all.tar!/web01.tar.xz!/audit.log");
  }

  @Test
  void isNotUnpackedBeyondSomeDepth() throws IOException {
    byte[] content = tar(Map.of("audit.log", bytes(signal(1))));
    for (int i = 0; i < 6; i++) {
      content = tar(Map.of("in.tar", content));
    }

    List<InputSummary> summaries = ingest("deep.tar", content);

    assertThat(signals()).isZero();
    assertThat(summaries).extracting(InputSummary::outcome).contains(Outcome.FAILED);
  }

  @Test
  void givesRotatedLogsInTheirOrder() throws IOException {
    Map<String, byte[]> members =
        Map.of(
            "log/audit.log", bytes(Evidence.OBJ_PID + signal(3)),
            "log/audit.log.1", bytes(signal(2) + Evidence.SYSCALL));

    ingest("log.tar", tar(members));

    assertThat(sink.facts(SignalSent.class))
        .filteredOn(signal -> signal.provenance().serial().getAsLong() == 7)
        .hasSize(1)
        .allMatch(signal -> signal.sender().pid().isPresent() && !signal.targets().isEmpty());
  }

  @Test
  void writesNothingWhereItsPathsPoint() throws IOException {
    Path outside = directory.resolve("outside.log");
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(archive, "UTF-8")) {
      TarArchiveEntry link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
      link.setLinkName(outside.toString());
      out.putArchiveEntry(link);
      out.closeArchiveEntry();
      for (String name : List.of("../../outside.log", outside.toString(), "link", "a/\u001b[31m")) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        byte[] content = bytes(signal(name.length()));
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
      }
    }

    ingest("evil.tar", archive.toByteArray());

    assertThat(signals()).isEqualTo(4);
    assertThat(Files.exists(outside)).isFalse();
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).containsExactly(directory.resolve("evil.tar"));
    }
  }

  @Test
  void thatIsCutOffGivesWhatCameBefore() throws IOException {
    byte[] first = tar(Map.of("a.log", bytes(signal(1).repeat(100))));
    byte[] both = Arrays.copyOf(first, first.length / 2);

    List<InputSummary> summaries = ingest("cut.tar", both);

    assertThat(signals()).isEqualTo(1);
    assertThat(summaries.getLast().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void isKnownTheSecondTime() throws IOException {
    byte[] archive = tar(Map.of("a.log", bytes(signal(1))));
    ingest("one.tar", archive);

    assertThat(ingest("two.tar", archive))
        .extracting(InputSummary::outcome)
        .containsExactly(Outcome.KNOWN);
  }

  @Test
  void withoutEvidenceFailsOnlyWhenItWasNamed() throws IOException {
    byte[] archive = tar(Map.of("motd", bytes("Welcome.\n")));

    assertThat(ingest("motd.tar", archive).getFirst().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(Evidence.ingest(new CollectingSink(), directory).getFirst().outcome())
        .isEqualTo(Outcome.NOT_EVIDENCE);
  }

  @Test
  void datesItsFilesSoThatStampsWithoutYearsAreRead() throws IOException {
    String line = "Feb 21 02:14:43 web01 systemd[1]: a.service: Failed with result 'signal'.\n";

    ingest("old.tar", tar(Map.of("messages", bytes(line.repeat(3)))));

    assertThat(sink.facts()).isNotEmpty();
    assertThat(sink.facts().getFirst().provenance().time())
        .isEqualTo(Instant.parse("2024-02-21T02:14:43Z"));
  }
}
