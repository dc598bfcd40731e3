package io.killtrail.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * A .deb, read without dpkg: an ar archive of two tar archives.
 *
 * @param control the control files by name
 * @param data the installed files by path, which begins with a slash
 */
record DebFile(Map<String, Entry> control, Map<String, Entry> data) {
  /** A file that is bigger than this is kept without its content. */
  private static final int SMALL = 1 << 20;

  /**
   * An entry of a tar archive.
   *
   * @param text its content, a character for each byte
   */
  record Entry(TarArchiveEntry header, String text) {}

  static DebFile read(Path file) throws IOException {
    Map<String, Map<String, Entry>> parts = new TreeMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        ArArchiveInputStream ar = new ArArchiveInputStream(in)) {
      ArArchiveEntry entry = ar.getNextEntry();
      while (entry != null) {
        if (entry.getName().endsWith(".tar.gz")) {
          parts.put(entry.getName(), entries(ar.readAllBytes()));
        }
        entry = ar.getNextEntry();
      }
    }
    assertThat(parts).containsOnlyKeys("control.tar.gz", "data.tar.gz");
    return new DebFile(parts.get("control.tar.gz"), parts.get("data.tar.gz"));
  }

  private static Map<String, Entry> entries(byte[] archive) throws IOException {
    Map<String, Entry> entries = new TreeMap<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GzipCompressorInputStream(new ByteArrayInputStream(archive)))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        byte[] content = entry.getSize() > SMALL ? new byte[0] : tar.readAllBytes();
        entries.put(
            entry.getName().replaceFirst("^\\./", "/"),
            new Entry(entry, new String(content, StandardCharsets.ISO_8859_1)));
        entry = tar.getNextEntry();
      }
    }
    return entries;
  }

  /** A field of the control file. */
  String field(String name) {
    return control
        .get("/control")
        .text()
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElseThrow();
  }
}
