package io.killtrail.reports.text;

import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import java.util.List;

/** What an empty report means, and what would have to be there for it to say more, in words. */
public final class NothingText {
  /** What the evidence must hold so that senders can be named, a line each. */
  public static final List<String> NEEDED =
      List.of(
          "Audit records of signals (who sent what to whom): a rule for each architecture, such as",
          "  -a always,exit -F arch=b64 -S kill,tkill,tgkill,rt_sigqueueinfo,rt_tgsigqueueinfo,"
              + "pidfd_send_signal -k kill",
          "  -a always,exit -F arch=b32 -S kill,tkill,tgkill,rt_sigqueueinfo,rt_tgsigqueueinfo,"
              + "pidfd_send_signal -k kill",
          "The journal (which unit ended and how): journalctl -o json",
          "Snapshots of processes, threads and PID files (whose a number was).");

  private NothingText() {}

  /** Why there is no case. */
  public static String meaning(Report report) {
    if (!report.filter().equals(ReportFilter.ALL)) {
      return "No case matches what was asked for. Without the filter there may be some.";
    }
    if (report.analysis().inputs().isEmpty()) {
      return "No evidence was read.";
    }
    if (report.analysis().signals().total() == 0) {
      return "The evidence shows no process that ended, and it holds no record of any signal: "
          + "a process may have been killed all the same.";
    }
    return "Signals were recorded, but the evidence shows no process that ended by one.";
  }
}
