package io.killtrail.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {
  @Test
  void leavesPlainTextAsItIs() {
    assertThat(HtmlText.escape("java[281] exited, status 143 (50 %)"))
        .isEqualTo("java[281] exited, status 143 (50 %)");
  }

  @Test
  void escapesWhatMeansSomethingInTextAndInAttributes() {
    assertThat(HtmlText.escape("<script>alert('1' && \"2\")</script>"))
        .isEqualTo("&lt;script&gt;alert(&#39;1&#39; &amp;&amp; &quot;2&quot;)&lt;/script&gt;");
    assertThat(HtmlText.escape("<!-- &lt; -->")).isEqualTo("&lt;!-- &amp;lt; --&gt;");
  }

  @Test
  void showsWhatIsInvisible() {
    assertThat(HtmlText.escape("\u001b]0;x\u0007\n\t\u0000"))
        .isEqualTo("\\x1b]0;x\\x07\\x0a\\x09\\x00");
    assertThat(HtmlText.escape("\u202e\u2066\u200b\u2028\ufeff"))
        .isEqualTo("\\u202e\\u2066\\u200b\\u2028\\ufeff");
    assertThat(HtmlText.escape("a\ud800b")).isEqualTo("a\\ud800b");
  }

  @ParameterizedTest
  @CsvSource({"\u00e4,&#xE4;", "\u05d0,&#x5D0;", "\ud83d\ude00,&#x1F600;"})
  void writesOtherCharactersAsNumbers(String text, String escaped) {
    assertThat(HtmlText.escape(text)).isEqualTo(escaped);
  }

  @Test
  void cutsByCharactersAndNeverWithinAnEscape() {
    assertThat(HtmlText.escape("x".repeat(1_001))).isEqualTo("x".repeat(1_000) + "...");
    assertThat(HtmlText.escape("<<<<", 2)).isEqualTo("&lt;&lt;...");
    assertThat(HtmlText.escape("abcd", 2)).isEqualTo("ab...");
  }
}
