package io.killtrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The only class that names those of xz, so that the JVM loads them where xz is read and no
 * earlier. Else they would get into the ahead-of-time cache of a distribution. Their jar is sealed,
 * and out of a cache that was made in another directory the JVM cannot load two classes of a sealed
 * package (JDK-8376576): it would not start.
 */
final class XzInput {
  /** {@code xz -9} needs 65 MiB; a file that asks for more does not get it. */
  private static final int KIBIBYTES = 100 << 10;

  private XzInput() {}

  static InputStream undo(InputStream in) throws IOException {
    return new XZInputStream(in, KIBIBYTES);
  }
}
