package io.killtrail.ingest.fact;

/** The name of a program without its directory, as people call it. */
public final class ProgramName {
  /** What the kernel puts behind the path of a file that is gone (d_path). */
  private static final String DELETED = " (deleted)";

  private ProgramName() {}

  /** Of an executable's path, or of the first word of a command. */
  public static String of(String exe) {
    String path = path(exe);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** An executable's path without the mark of a file that was replaced or removed meanwhile. */
  public static String path(String exe) {
    return exe.endsWith(DELETED) ? exe.substring(0, exe.length() - DELETED.length()) : exe;
  }
}
