package io.killtrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * Unpacks the files of a tar or zip archive. They are written under names of our own: a member's
 * path is the archive's claim and is only ever shown. Links and devices are passed over.
 */
public final class Archive {
  /** So many bytes of the beginning tell an archive. */
  public static final int HEAD = 265;

  /** An archive with more members is not read to its end. */
  static final int MOST_MEMBERS = 100_000;

  private static final int TAR_MAGIC = 257;
  private static final int LONGEST_NAME = 100;

  private final String name;
  private final Path directory;
  private final Expansion expansion;
  private final Map<String, Path> directories = new HashMap<>();
  private final List<Found> members = new ArrayList<>();

  /** Whether a file that begins so is an archive. */
  public static boolean is(byte[] head) {
    return isTar(head) || isZip(head);
  }

  private static boolean isTar(byte[] head) {
    return head.length >= HEAD && text(head, TAR_MAGIC, 5).equals("ustar");
  }

  private static boolean isZip(byte[] head) {
    return head.length >= 4 && text(head, 0, 4).equals("PK\u0003\u0004");
  }

  private static String text(byte[] bytes, int start, int length) {
    return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
  }

  /**
   * To be unpacked.
   *
   * @param name of the archive; members are shown as {@code NAME!/path/in/archive}
   * @param directory where the members are written; empty, and the caller's to delete
   * @param expansion of the archive's file
   */
  public Archive(String name, Path directory, Expansion expansion) {
    this.name = name;
    this.directory = directory;
    this.expansion = expansion;
  }

  /** The files unpacked so far, in the order of the archive. */
  public List<Found> members() {
    return List.copyOf(members);
  }

  /**
   * Unpacks all members.
   *
   * @throws IOException when the archive ends early, is broken, or the disk is full; {@link
   *     #members} has what came before
   */
  public void unpack(byte[] head, InputStream content, String root) throws IOException {
    try (ArchiveInputStream<? extends ArchiveEntry> in =
        isTar(head)
            ? new TarArchiveInputStream(content, "UTF-8")
            : new ZipArchiveInputStream(content, "UTF-8", true, true)) {
      for (ArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (isFile(entry) && in.canReadEntryData(entry)) {
          unpack(entry, in, root);
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("broken archive: " + e.getMessage(), e);
    }
  }

  private static boolean isFile(ArchiveEntry entry) {
    return entry instanceof TarArchiveEntry tar ? tar.isFile() : !entry.isDirectory();
  }

  private void unpack(ArchiveEntry entry, InputStream in, String root) throws IOException {
    if (members.size() == MOST_MEMBERS) {
      throw new ExpansionException("an archive of more than " + MOST_MEMBERS + " files");
    }
    Path file = place(entry.getName());
    String shown = name + "!/" + entry.getName();
    members.add(new Found(file, shown, root, false, Optional.empty(), Optional.empty()));
    try {
      Files.copy(new CountedInput(in, expansion::given), file);
    } finally {
      date(file, Optional.ofNullable(entry.getLastModifiedDate()));
    }
  }

  /** Logs without years are read by the time of their file. */
  private static void date(Path file, Optional<Date> modified) throws IOException {
    if (modified.isPresent() && Files.exists(file)) {
      Files.setLastModifiedTime(file, FileTime.from(modified.get().toInstant()));
    }
  }

  /** Files of one directory stay together, since rotated logs are told by their names. */
  private Path place(String member) throws IOException {
    int slash = member.lastIndexOf('/');
    Path parent = directories.get(member.substring(0, slash + 1));
    if (parent == null) {
      parent = Files.createDirectory(directory.resolve(Integer.toString(directories.size())));
      directories.put(member.substring(0, slash + 1), parent);
    }
    Path file = parent.resolve(harmless(member.substring(slash + 1)));
    return Files.exists(file) ? parent.resolve(members.size() + "-again") : file;
  }

  private static String harmless(String base) {
    StringBuilder name = new StringBuilder("m-");
    for (int i = Math.max(0, base.length() - LONGEST_NAME); i < base.length(); i++) {
      char c = base.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '-'
              || c == '_';
      name.append(plain ? c : '_');
    }
    return name.toString();
  }
}
