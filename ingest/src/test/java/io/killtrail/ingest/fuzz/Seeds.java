package io.killtrail.ingest.fuzz;

import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.detect.FormatDetector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** What is mutated: pieces of all samples, of real logs where there are some, and texts made up. */
final class Seeds {
  private static final Path ROOT = Path.of(System.getProperty("killtrail.root"));
  private static final int LONGEST = 6_000;

  private static final String SYSCALL =
      "arch=c000003e syscall=62 success=yes exit=0 a0=15e a1=f a2=0 a3=0 items=0 ppid=1 pid=456"
          + " auid=4294967295 uid=0 gid=0 euid=0 tty=(none) ses=4294967295 comm=\"helperd\""
          + " exe=\"/usr/sbin/helperd\" key=\"kill\"";
  private static final String OBJ_PID = "opid=281 oauid=-1 ouid=0 oses=-1 ocomm=\"java\"";

  private Seeds() {}

  /** Seeds that are there wherever the project is. */
  static List<byte[]> own() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    add(ROOT.resolve("samples"), seeds);
    for (String made : made()) {
      seeds.add(made.getBytes(StandardCharsets.UTF_8));
    }
    seeds.add(gzip(seeds.getFirst()));
    return seeds;
  }

  /** Real logs, where somebody has put some. */
  static List<byte[]> wild() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    String wild = System.getenv("KILLTRAIL_WILD");
    add(wild == null ? ROOT.resolve("../shared/wild") : Path.of(wild), seeds);
    return seeds;
  }

  private static void add(Path directory, List<byte[]> seeds) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] content = Files.readAllBytes(file);
        boolean evidence = FormatDetector.detect(content) != InputFormat.UNKNOWN;
        if (evidence && !file.getFileName().toString().endsWith(".expected.json")) {
          pieces(content, seeds);
        }
      }
    }
  }

  /** Whole lines; of a table each piece begins with the names of the columns. */
  private static void pieces(byte[] content, List<byte[]> seeds) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    boolean table =
        switch (FormatDetector.detect(content)) {
          case PROCESS_SNAPSHOT, PID_FILE_SNAPSHOT -> true;
          default -> false;
        };
    String head = table ? text.substring(0, text.indexOf('\n') + 1) : "";
    StringBuilder piece = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      if (piece.length() > head.length() && piece.length() + line.length() > LONGEST) {
        seeds.add(piece.toString().getBytes(StandardCharsets.ISO_8859_1));
        piece = new StringBuilder(head);
      }
      piece.append(line);
    }
    if (!piece.isEmpty()) {
      seeds.add(piece.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static List<String> made() {
    StringBuilder nodes = new StringBuilder();
    StringBuilder kernel = new StringBuilder("[    0.000000] Linux version 6.1.0\n");
    StringBuilder laurel = new StringBuilder();
    StringBuilder goAudit = new StringBuilder();
    StringBuilder collector = new StringBuilder();
    StringBuilder export = new StringBuilder();
    StringBuilder syslog = new StringBuilder();
    for (int i = 1; i <= 12; i++) {
      String stamp = "17952280" + (10 + i) + ".100:" + (70 + i);
      String audit = "msg=audit(" + stamp + "): ";
      nodes.append("node=web0").append(i % 3).append(" type=SYSCALL ").append(audit);
      nodes.append(SYSCALL).append("\u001dARCH=x86_64 SYSCALL=kill AUID=\"unset\"\r\n");
      nodes.append("node=web0").append(i % 3).append(" type=OBJ_PID ").append(audit);
      nodes.append(OBJ_PID).append("\u001dOAUID=\"unset\" OUID=\"root\"\r\n");
      kernel.append("[ ").append(20 + i).append(".616052] audit: type=1300 audit(").append(stamp);
      kernel.append("): ").append(SYSCALL).append('\n');
      kernel.append("[ ").append(20 + i).append(".616053] audit: type=1318 audit(").append(stamp);
      kernel.append("): ").append(OBJ_PID).append('\n');
      laurel.append("{\"ID\":\"").append(stamp).append("\",\"SYSCALL\":{\"arch\":\"0xc000003e\",");
      laurel.append(
          "\"syscall\":62,\"success\":\"yes\",\"exit\":0,\"pid\":456,\"comm\":\"a%ffb\",");
      laurel.append("\"ARGV\":[\"0x15e\",\"0xf\"]},\"OBJ_PID\":[{\"opid\":281}],");
      laurel.append("\"PROCTITLE\":{\"ARGV\":[\"sh\",\"-c\"]}}\n");
      goAudit.append("{\"sequence\":").append(70 + i).append(",\"timestamp\":\"17952280");
      goAudit.append(10 + i).append(".100\",\"messages\":[{\"type\":1300,\"data\":\"");
      goAudit.append(SYSCALL.replace("\"", "\\\"")).append("\"},{\"type\":1318,\"data\":\"");
      goAudit.append(OBJ_PID.replace("\"", "\\\"")).append("\"}],\"uid_map\":{\"0\":\"root\"}}\n");
      collector.append("{\n    \"node\": \"10.0.0.1\",\n    \"timestamp\": \"17952280");
      collector.append(10 + i).append("\",\n    \"timestampfractional\": \"100\",\n");
      collector.append("    \"eventid\": \"").append(70 + i).append("\",\n    \"items\": {\n");
      collector.append("        \"SYSCALL\": [\n            \"");
      collector.append(SYSCALL.replace("\"", "\\\"")).append("\"\n        ]\n    }\n}\n");
      export.append("__CURSOR=s=92b4;i=").append(i).append("\n__REALTIME_TIMESTAMP=17952280");
      export.append(10 + i).append("100000\n_BOOT_ID=c492da03516646eb8c2a0601b742d2dc\n");
      export.append("_TRANSPORT=audit\n_AUDIT_TYPE=1300\n_AUDIT_ID=").append(70 + i);
      export.append("\nMESSAGE\n\u0005\0\0\0\0\0\0\0ab\ncd\nSYSLOG_IDENTIFIER=systemd\n\n");
      syslog.append("Nov 21 02:14:").append(10 + i).append(" web01 systemd[1]: appd").append(i);
      syslog.append(".service: Main process exited, code=exited, status=143/n/a\n");
    }
    return Stream.of(nodes, kernel, laurel, goAudit, collector, export, syslog)
        .map(StringBuilder::toString)
        .toList();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
