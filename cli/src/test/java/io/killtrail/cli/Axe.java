package io.killtrail.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks for faults of accessibility with axe-core. */
final class Axe {
  private Axe() {}

  /** What is serious or critical: the rule, and the elements that break it. */
  static List<String> faults(Tab tab) throws IOException {
    tab.eval(script() + "; true");
    String found =
        tab.eval(
            "axe.run({resultTypes: ['violations'], preload: false}).then(result =>"
                + " JSON.stringify({faults: result.violations"
                + ".filter(fault => ['serious', 'critical'].includes(fault.impact))"
                + ".map(fault => fault.id + ': ' + fault.nodes.slice(0, 5)"
                + ".map(node => node.html.slice(0, 200) + ' ' + node.failureSummary).join(' | '))}))");
    return Told.parse(found).list("faults").stream().map(Told::toString).toList();
  }

  private static String script() throws IOException {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
