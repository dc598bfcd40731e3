package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.EvidenceGap.Problem;
import java.util.OptionalLong;

/**
 * What auditd and its plugins say of events that they could not pass on: audisp-remote's {@code
 * queue is full - dropping event}, af_unix's {@code Dropping event - queue append failed}, auditd
 * 2.x's {@code dispatch err (pipe full) event lost}. auditd's own log still has them.
 */
final class AuditdMessages implements MessageReader {

  @Override
  public void read(Message message, EntryFacts facts) {
    boolean speaker = message.ident().startsWith("audi") && message.road() == Message.Road.PROGRAM;
    if (speaker && dropped(message.text())) {
      Gaps.add(facts, Problem.FORWARD_DROPPED, OptionalLong.empty(), message.text());
    }
  }

  private static boolean dropped(String text) {
    return text.contains("queue is full")
        || text.contains("ropping event - queue append failed")
        || text.contains("(pipe full) event lost");
  }
}
