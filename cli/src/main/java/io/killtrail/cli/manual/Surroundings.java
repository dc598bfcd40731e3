package io.killtrail.cli.manual;

/** What the command finds around it, for the page of the command itself. */
final class Surroundings {
  private Surroundings() {}

  static void write(Roff roff) {
    roff.section("Environment");
    roff.term("KILLTRAIL_INDEX", "The index, where --index names none.");
    roff.term(
        "KILLTRAIL_PAGER, PAGER",
        "The program that shows long output on a terminal. Without them less, with LESS=FRX unless"
            + " LESS is set; empty, or cat, for none. Never on a pipe, nor where TERM is dumb.");
    roff.term(
        "KILLTRAIL_JAVA_HOME",
        "The Java to use. Without it an installed tree uses the one it holds.");
    roff.term("JAVA_HOME", "The Java to use in a source tree, without KILLTRAIL_JAVA_HOME.");
    roff.term("HOME", "Where ~ is; without it, what the database of users says.");
    roff.term("KILLTRAIL_JAVA_OPTS", "Further options for the JVM, such as -Xmx2g.");
    roff.term("KILLTRAIL_TRACE", "Set, it makes internal errors say where they happened.");
    roff.term("NO_COLOR", "Set, it switches colours off.");
    roff.term("TMPDIR", "Where analyze keeps the index that it throws away.");
    roff.term("TZ", "The zone in which times are shown, and read where they name none.");
    roff.section("Files");
    roff.term("/var/lib/killtrail", "The index of root.");
    roff.term("~/.local/share/killtrail", "The index of everybody else.");
  }
}
