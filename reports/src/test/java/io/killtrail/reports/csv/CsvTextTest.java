package io.killtrail.reports.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.reports.model.ValueCount;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"=cmd()", "+1", "-1", "@SUM(A1)", "  =1", "\uff1d1", "\uff20x"})
  void whatASpreadsheetWouldRunBeginsWithAnApostrophe(String text) {
    assertThat(CsvText.cell(text)).isEqualTo("'" + text);
  }

  @Test
  void controlsAreEscapedAndOrdinaryTextStays() {
    assertThat(CsvText.cell("a\tb\r\n\u001b[2J")).isEqualTo("a\\x09b\\x0d\\x0a\\x1b[2J");
    assertThat(CsvText.cell("\t=1")).isEqualTo("\\x09=1");
    assertThat(CsvText.cell("java[281]")).isEqualTo("java[281]");
    assertThat(CsvText.cell("")).isEmpty();
  }

  @Test
  void countsAreWrittenBelowAHeader() throws IOException {
    StringBuilder out = new StringBuilder();
    FactCsv.writeCounts(List.of(new ValueCount("a,\"b", 2), new ValueCount("=x", 1)), out);
    assertThat(out).hasToString("value,count\r\n\"a,\"\"b\",2\r\n'=x,1\r\n");
  }
}
