package io.killtrail.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
  private final StringBuilder out = new StringBuilder();
  private final Markup html = new Markup(out);

  @Test
  void escapesTextAndAttributes() throws IOException {
    html.leaf("b", "a<b", "data-unit", "\" onclick=\"x");
    assertThat(out).hasToString("<b data-unit=\"&quot; onclick=&quot;x\">a&lt;b</b>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"b onclick", "b>", "", "1b", "B", "b/"})
  void takesNoNamesThatAreNone(String name) {
    assertThatThrownBy(() -> html.open(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> html.open("b", name, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void putsPicturesIntoTheFile() throws IOException {
    html.image("a \"chart\"", "<svg/>".getBytes(StandardCharsets.UTF_8));
    assertThat(out)
        .hasToString(
            "<img alt=\"a &quot;chart&quot;\" src=\"data:image/svg+xml;base64,PHN2Zy8+\">");
  }
}
