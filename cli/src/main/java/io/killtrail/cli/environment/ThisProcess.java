package io.killtrail.cli.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of this process under {@code /proc/self}; elsewhere nothing is known. */
final class ThisProcess {
  private ThisProcess() {}

  static boolean root() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException e) {
      return System.getProperty("user.name").equals("root");
    }
  }

  /**
   * Whether a standard stream is a terminal. Java itself can only say that of standard input and
   * output together.
   */
  static boolean terminal(int descriptor) {
    String file = file(descriptor);
    return file.startsWith("/dev/pts/")
        || file.startsWith("/dev/tty")
        || file.equals("/dev/console");
  }

  /** Whether a standard stream is a pipe or socket, whose other end can go away. */
  static boolean pipe(int descriptor) {
    String file = file(descriptor);
    return file.startsWith("pipe:") || socket(descriptor);
  }

  /** Whether a standard stream is a socket. */
  static boolean socket(int descriptor) {
    return file(descriptor).startsWith("socket:");
  }

  private static String file(int descriptor) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }
}
