package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.audit.JoinedSignals;
import io.killtrail.ingest.fact.SignalSent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Joins the audit records of one event out of journald's text form, which has no serials. All
 * records of an event have one stamp; PROCTITLE is the kernel's last. Where events mix, a target
 * goes to the call that addressed its number, else to the event that got the record before it, else
 * to the youngest that may have one. Records with a pid (CRED_ACQ, ANOM_ABEND) are events of their
 * own.
 */
final class AuditJoin {
  /** So many events may wait for records; the kernel writes few at once. */
  private static final int MOST_OPEN = 64;

  /** An event is closed when so many lines came since its last record. */
  private static final int PATIENCE = 512;

  private final JoinedSignals signals = new JoinedSignals();
  private final FactSink sink;
  private final Deque<JoinedEvent> open = new ArrayDeque<>();
  private Optional<JoinedEvent> last = Optional.empty();
  private long lines;

  AuditJoin(FactSink sink) {
    this.sink = sink;
  }

  /**
   * The next line, of whatever speaker.
   *
   * @param written its time as the line has it
   */
  void read(Message message, Instant written, Origin origin) {
    lines++;
    while (!open.isEmpty() && open.getFirst().touched() < lines - PATIENCE) {
      close(open.getFirst());
    }
    if (message.road() == Message.Road.AUDIT) {
      String text = message.text();
      if (text.startsWith("SYSCALL ")) {
        begin(text, written, origin);
      } else if (message.pid().isEmpty() && text.startsWith("OBJ_PID ")) {
        target(text, written, origin);
      } else if (message.pid().isEmpty() && text.startsWith("PROCTITLE ")) {
        title(text, written, origin);
      }
    }
  }

  /** No more lines follow. */
  void flush() {
    while (!open.isEmpty()) {
      close(open.getFirst());
    }
  }

  /** Other calls are kept too, for the records that are theirs. */
  private void begin(String text, Instant written, Origin origin) {
    if (open.size() == MOST_OPEN) {
      close(open.getFirst());
    }
    Optional<SignalSent> signal = signals.read(List.of(text), origin.provenance(0));
    JoinedEvent event = new JoinedEvent(written, origin, signal);
    open.addLast(event);
    give(event, text, origin);
  }

  private void target(String text, Instant written, Origin origin) {
    int opid = Digits.integerAt(text, text.indexOf("opid=") + "opid=".length()).orElse(0);
    find(written, origin, event -> event.addressed(opid))
        .or(() -> find(written, origin, JoinedEvent::expectsTarget))
        .ifPresent(event -> give(event, text, origin));
  }

  private void title(String text, Instant written, Origin origin) {
    Optional<JoinedEvent> event = find(written, origin, JoinedEvent::untitled);
    event.ifPresent(
        found -> {
          give(found, text, origin);
          if (!found.title()) {
            close(found);
          }
        });
  }

  /** The event of the record before if it fits, else the youngest that does. */
  private Optional<JoinedEvent> find(
      Instant written, Origin origin, Predicate<JoinedEvent> condition) {
    Predicate<JoinedEvent> fits = event -> event.at(written, origin) && condition.test(event);
    if (last.filter(fits).isPresent()) {
      return last;
    }
    for (Iterator<JoinedEvent> youngest = open.descendingIterator(); youngest.hasNext(); ) {
      JoinedEvent event = youngest.next();
      if (fits.test(event)) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  private void give(JoinedEvent event, String text, Origin origin) {
    event.add(text, origin.raw(), lines);
    last = Optional.of(event);
  }

  private void close(JoinedEvent event) {
    open.remove(event);
    last = last.filter(other -> other != event);
    event.signal(signals).ifPresent(sink::fact);
  }
}
