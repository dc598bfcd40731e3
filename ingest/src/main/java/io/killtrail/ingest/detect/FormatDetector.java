package io.killtrail.ingest.detect;

import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.journal.JournalMonotonicReader;
import io.killtrail.ingest.journal.KernelLogReader;
import io.killtrail.ingest.journal.SystemctlStatusReader;
import io.killtrail.ingest.source.Archive;
import io.killtrail.ingest.strace.StraceReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tells the format of an input by its first bytes. */
public final class FormatDetector {
  /** How many bytes of the beginning are worth handing over. */
  public static final int HEAD = 64 << 10;

  /** A log may begin with a few lines that were cut or put in by others. */
  private static final int LINES = 50;

  /** So many lines of what the user named are looked at. */
  private static final int MOST_LINES = 2_000;

  private static final int SHARE = 5;

  /** HEADER_SIGNATURE of systemd's journal-def.h. */
  private static final byte[] JOURNAL_FILE = "LPKSHHRH".getBytes(StandardCharsets.ISO_8859_1);

  private FormatDetector() {}

  /** The format; {@link InputFormat#UNKNOWN} if none fits. */
  public static InputFormat detect(byte[] head) {
    return detect(head, false);
  }

  /**
   * The same of a file that the user named: it is meant to be evidence, so that one line which
   * looks like it is enough.
   */
  public static InputFormat detectNamed(byte[] head) {
    return detect(head, true);
  }

  private static InputFormat detect(byte[] head, boolean named) {
    if (journalFile(head)) {
      return InputFormat.JOURNAL_FILE;
    }
    if (Archive.is(head)) {
      return InputFormat.ARCHIVE;
    }
    List<String> lines =
        new String(head, StandardCharsets.ISO_8859_1)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .limit(named ? MOST_LINES : LINES)
            .toList();
    return lines.isEmpty() ? InputFormat.UNKNOWN : byText(lines, named ? 0 : share(lines));
  }

  /** One line in five must be of the format, so that a text which quotes one is none. */
  private static int share(List<String> lines) {
    return (lines.size() - 1) / SHARE;
  }

  private static InputFormat byText(List<String> lines, int tooFew) {
    if (lines.stream().anyMatch(SystemctlStatusReader::recognises)) {
      return InputFormat.SYSTEMCTL_STATUS; // its journal lines outnumber those of the block
    }
    InputFormat csv = CsvHeader.detect(lines.getFirst());
    if (AggregateLines.match(lines)) {
      return InputFormat.AUDIT_JSON;
    }
    return csv != InputFormat.UNKNOWN ? csv : byLines(lines, tooFew);
  }

  private static boolean journalFile(byte[] head) {
    int length = JOURNAL_FILE.length;
    return head.length >= length && Arrays.equals(head, 0, length, JOURNAL_FILE, 0, length);
  }

  /** The format of most lines that have one, if a good part of all has. */
  private static InputFormat byLines(List<String> lines, int tooFew) {
    Map<InputFormat, Integer> matches = new EnumMap<>(InputFormat.class);
    lines.forEach(line -> matches.merge(byLine(line), 1, Integer::sum));
    matches.put(InputFormat.UNKNOWN, tooFew);
    InputFormat best = InputFormat.UNKNOWN;
    for (InputFormat format : matches.keySet()) {
      best = matches.get(format) > matches.get(best) ? format : best;
    }
    return best;
  }

  private static InputFormat byLine(String line) {
    if (AuditLine.matches(line)) {
      return InputFormat.AUDIT_LOG;
    }
    if (JournalJsonLine.matches(line)) {
      return InputFormat.JOURNAL_JSON;
    }
    if (JournalMonotonicReader.recognises(line)) {
      return InputFormat.JOURNAL_MONOTONIC;
    }
    if (KernelLogReader.recognises(line)) {
      return InputFormat.KERNEL_LOG;
    }
    if (JournalExportLine.matches(line)) {
      return InputFormat.JOURNAL_EXPORT;
    }
    if (AuditRulesLine.matches(line)) {
      return InputFormat.AUDIT_RULES;
    }
    if (JournalShortLine.matches(line)) {
      return InputFormat.JOURNAL_SHORT;
    }
    if (StraceReader.recognises(line)) {
      return InputFormat.STRACE;
    }
    return AuditLine.contains(line) ? InputFormat.AUDIT_LOG : InputFormat.UNKNOWN;
  }
}
