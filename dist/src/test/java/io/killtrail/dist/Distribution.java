package io.killtrail.dist;

import java.nio.file.Path;

/** The files that the build made. */
final class Distribution {
  static final Path ROOT = Path.of(System.getProperty("killtrail.root"));
  static final Path TARGET = ROOT.resolve("dist/target");
  static final String VERSION = System.getProperty("killtrail.version");

  /** As Debian calls it. */
  static final String ARCHITECTURE = System.getProperty("killtrail.arch");

  static final Path TAR =
      TARGET.resolve("killtrail-" + VERSION + "-linux-" + ARCHITECTURE + ".tar.gz");
  static final Path DEB = TARGET.resolve("killtrail_" + VERSION + "_" + ARCHITECTURE + ".deb");
  static final Path SBOM = TARGET.resolve("killtrail-" + VERSION + ".cdx.json");

  /** Jars, runtime and cache as they lie in an installed tree, moved from where they were made. */
  static final Path TREE = TARGET.resolve("moved");

  private Distribution() {}
}
