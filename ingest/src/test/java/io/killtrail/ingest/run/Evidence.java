package io.killtrail.ingest.run;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputSummary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Small evidence, and runs over it. */
final class Evidence {
  static final String SYSCALL =
      "type=SYSCALL msg=audit(1795228000.100:7): arch=c000003e syscall=62 success=yes exit=0 a0=15e"
          + " a1=f a2=0 a3=0 items=0 ppid=1 pid=456 comm=\"helperd\" exe=\"/usr/sbin/helperd\""
          + " key=\"kill\"\n";
  static final String OBJ_PID =
      "type=OBJ_PID msg=audit(1795228000.100:7): opid=281 oauid=-1 ouid=0 oses=-1 ocomm=\"java\"\n";

  private Evidence() {}

  /** A signal with its victim, with a serial of its own. */
  static String signal(int serial) {
    return (SYSCALL + OBJ_PID).replace(":7)", ":" + serial + ")");
  }

  static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  static List<InputSummary> ingest(CollectingSink sink, Path... paths) {
    return new Ingester(IngestOptions.NONE, sink, Ingester.Progress.SILENT)
        .ingest(List.of(paths), InputStream.nullInputStream());
  }

  /** One after the other. */
  static byte[] joined(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }
}
