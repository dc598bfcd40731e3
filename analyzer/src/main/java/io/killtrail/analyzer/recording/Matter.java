package io.killtrail.analyzer.recording;

/** What may stay undecided when a host does not record enough. */
public enum Matter {
  SENDER("who sent a signal"),
  TARGET("which process a signal reached"),
  OWN_EXIT("whether a process that ended with 143 called exit(143) by itself"),
  REQUESTER("who asked the service manager for a stop without sudo"),
  PROCESSES("whose number it was, of a process or thread between two snapshots"),
  CONTEXT("by which command, and at whose request, a signal was sent"),
  PID_FILE("who read a PID file before it signalled"),
  UNIT_END("how a unit ended, and whether a stop was asked for"),
  USER("which user a number means, on another machine"),
  ORDER("what came first, and in which boot"),
  ANYTHING("who ended what since the last report");

  private final String question;

  Matter(String question) {
    this.question = question;
  }

  /** The question, as the object of a sentence: "it leaves open ...". */
  public String question() {
    return question;
  }
}
