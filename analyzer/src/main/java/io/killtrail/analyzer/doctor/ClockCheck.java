package io.killtrail.analyzer.doctor;

import io.killtrail.analyzer.recording.Matter;
import io.killtrail.ingest.setup.HostView.ClockState;
import io.killtrail.ingest.setup.Sight;
import java.util.List;

/** Whether stamps of different sources and boots can be compared. */
final class ClockCheck implements Check {
  private static final String ID = "clock";

  @Override
  public List<Finding> look(ExaminedHost host) {
    return List.of(
        switch (host.view().clock()) {
          case Sight.Shown<ClockState> seen -> judge(seen.value());
          case Sight.Missing<ClockState> none -> unknown("ask timedatectl");
          case Sight.Hidden<ClockState> hidden -> unknown(hidden.how());
        });
  }

  private static Finding unknown(String how) {
    return Finding.unknown(ID, "Whether the clock is kept right", how);
  }

  private static Finding judge(ClockState state) {
    return switch (state) {
      case SYNCHRONISED -> Finding.ok(ID, "The clock is synchronised");
      case SERVED -> Finding.ok(ID, "A service keeps the clock");
      case UNSYNCHRONISED ->
          Finding.warning(ID, "Nothing keeps the clock", Matter.ORDER, "timedatectl set-ntp true");
    };
  }
}
