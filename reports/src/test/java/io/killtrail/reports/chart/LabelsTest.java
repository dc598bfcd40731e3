package io.killtrail.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.reports.model.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Labels can be read: none lies over another, none is cut off by the edge. */
class LabelsTest {
  private static final ZoneId FAR = ZoneId.of("America/Argentina/Buenos_Aires");

  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> doNotOverlapInAnySample() throws IOException {
    return Evidence.samples().stream()
        .map(sample -> dynamicTest(sample.toString(), () -> check(List.of(sample), sample)));
  }

  @TestFactory
  Stream<DynamicTest> doNotOverlapForAnyCapturedHost() throws IOException {
    return Evidence.hosts().stream()
        .map(host -> dynamicTest(host.toString(), () -> check(Evidence.ofHost(host), host)));
  }

  private void check(List<Path> evidence, Path name) throws IOException {
    Report report = Evidence.report(evidence, directory.resolve(name.getFileName()));
    check(report, ZoneOffset.UTC);
    check(report, FAR);
  }

  @Test
  void doNotOverlapFor100000SignalsAnd10000Cases() throws IOException {
    Report busy = BusyReport.make();
    assertThat(Charts.of(busy, ZoneOffset.UTC)).hasSize(5);
    check(busy, ZoneOffset.UTC);
    check(busy, FAR);
  }

  private static void check(Report report, ZoneId zone) throws IOException {
    for (Chart chart : Charts.of(report, zone)) {
      drawn(chart).assertNoLabelLiesOverAnother(chart.name());
    }
    for (Case told : report.analysis().cases()) {
      for (Chart chart : Charts.collision(told, zone).stream().toList()) {
        drawn(chart).assertNoLabelLiesOverAnother(chart.name() + " of " + told.summary());
      }
    }
  }

  private static DrawnSvg drawn(Chart chart) throws IOException {
    StringBuilder out = new StringBuilder();
    chart.svg(out);
    assertThat(out).hasSizeLessThan(400_000);
    return DrawnSvg.parse(out.toString());
  }
}
