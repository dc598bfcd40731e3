package io.killtrail.reports.chart.lane;

import io.killtrail.reports.chart.draw.Hatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the colours in the picture of coverage mean, as far as they are in it. */
final class LaneLegend {
  private LaneLegend() {}

  static Map<String, Hatch> of(List<Lane> lanes) {
    Map<String, Hatch> looks = new LinkedHashMap<>();
    for (Lane lane : lanes) {
      switch (lane) {
        case Lane.Boots boots -> {
          put(looks, !boots.spans().isEmpty(), "boot", LaneDrawing.BOOT);
          put(looks, boots.crashed(), "ended without shutdown", LaneDrawing.CRASH);
        }
        case Lane.Source source -> {
          put(looks, !source.heard().isEmpty(), "heard", LaneDrawing.HEARD);
          put(looks, !source.missing().isEmpty(), "records may be missing", LaneDrawing.MISSING);
        }
        case Lane.Deaths deaths -> {
          put(looks, !deaths.flagged().isEmpty(), "flagged death", LaneDrawing.FLAGGED);
          put(looks, !deaths.others().isEmpty(), "other death", LaneDrawing.DEATH);
        }
      }
    }
    return looks;
  }

  private static void put(Map<String, Hatch> looks, boolean there, String name, Hatch look) {
    if (there) {
      looks.putIfAbsent(name, look);
    }
  }
}
