package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the script of the HTML report does: filters, sorts, follows links and keys. */
class HtmlControlsTest extends InBrowser {
  @Nested
  class Filters {
    @Test
    void areOfferedForEachThingThatDiffersAndSayHowManyFit() {
      tab.open(samples);
      for (String facet : List.of("cause", "unit", "host", "sender", "flag", "confidence")) {
        String value = tab.eval("control('" + facet + "').options[1].value");
        tab.eval("(control('" + facet + "').value = '" + value + "')");
        tab.eval("tools.dispatchEvent(new Event('input'))");
        tab.until("location.hash.startsWith('#" + facet + "=')");
        assertThat(tab.holds(SHOWN + ".length < rows.length")).as(facet).isTrue();
        assertThat(tab.holds(onlyShown(facet, value.substring(1)))).as(facet).isTrue();
        assertThat(announced())
            .startsWith(tab.eval(SHOWN + ".length") + " of " + tab.eval("rows.length"));
        tab.eval("document.getElementById('clear').click()");
        tab.until("location.hash === ''");
        assertThat(tab.holds(SHOWN + ".length === rows.length")).isTrue();
      }
      noComplaint();
    }

    /** Opens the page with a filter in its address, which the page follows once it is loaded. */
    private void openFiltered(String fragment) {
      tab.open(at(samples, fragment));
      tab.until("document.documentElement.classList.contains('filtered')");
    }

    private String onlyShown(String facet, String value) {
      return SHOWN
          + ".every(one => one.dataset.%s.split(' ').includes('%s'))".formatted(facet, value);
    }

    @Test
    void findWordsInRecordsOfCasesThatAreClosed() {
      openFiltered("text=SYSCALL+QUEUE-runner");
      assertThat(tab.holds(SHOWN + ".length > 0 && " + SHOWN + ".length < rows.length")).isTrue();
      assertThat(tab.holds(SHOWN + ".some(one => one.querySelector('noscript'))")).isTrue();
      assertThat(tab.eval("control('text').value")).isEqualTo("SYSCALL QUEUE-runner");
    }

    @Test
    void canBeLinked() {
      openFiltered("cause=unit-stop&sort=unit");
      assertThat(tab.eval("control('cause').value")).isEqualTo("=unit-stop");
      assertThat(tab.holds(SHOWN + ".length > 0")).isTrue();
      assertThat(tab.holds(onlyShown("cause", "unit-stop"))).isTrue();
      assertThat(tab.holds("document.getElementById('flagged').hidden")).isTrue();
    }

    @Test
    void showNothingForAnUnknownWordAndNothingThrows() {
      openFiltered("text=%3Cscript%3Ealert(1)%3C/script%3E");
      assertThat(announced()).startsWith("0 of");
      tab.eval("(location.hash = '#cause=no-such&text=%E0%A4%A')");
      tab.until("control('cause').value === ''");
      noComplaint();
    }
  }

  @Nested
  class Sorting {
    private void openSorted(String order) {
      tab.open(at(samples, "sort=" + order));
      tab.until("sorted === '" + order + "'");
    }

    private String keys(String section, String key) {
      return tab.eval(
          "[...document.querySelectorAll('#%s > details')].map(%s).join('|')"
              .formatted(section, key));
    }

    @Test
    void ordersCasesWithinTheirSection() {
      tab.open(samples);
      String byTime = keys("flagged", "one => one.dataset.time");
      openSorted("latest");
      List<String> latest = List.of(keys("flagged", "one => one.dataset.time").split("\\|", -1));
      assertThat(String.join("|", latest.reversed())).isEqualTo(byTime);
    }

    @Test
    void goesByUnitCauseAndConfidence() {
      for (String facet : List.of("unit", "cause")) {
        openSorted(facet);
        List<String> keys =
            Stream.of(keys("expected", "one => one.dataset." + facet).split("\\|", -1))
                .filter(key -> !key.isEmpty())
                .toList();
        assertThat(keys).hasSizeGreaterThan(1).isSorted();
      }
      openSorted("confidence");
      assertThat(
              keys("flagged", "one => SURENESS.indexOf(one.dataset.confidence)").split("\\|", -1))
          .isSorted();
    }
  }

  @Nested
  class Links {
    @Test
    void openTheCaseThatTheyName() {
      tab.open(samples);
      String id = tab.eval("document.querySelector('#expected > details').id");
      assertThat(tab.holds("document.getElementById('" + id + "').open")).isFalse();
      tab.open(at(samples, id));
      tab.until("document.getElementById('" + id + "').open");
      tab.until("document.activeElement.parentElement?.id === '" + id + "'");
      assertThat(tab.holds("document.querySelector('#" + id + " .evidence')")).isTrue();
    }

    @Test
    void bringBackACaseThatIsFilteredOut() {
      tab.open(at(samples, "cause=unit-stop"));
      tab.until("document.getElementById('flagged').hidden");
      String id = tab.eval("document.querySelector('#flagged > details').id");
      tab.eval("(location.hash = '#" + id + "')");
      tab.until("!document.getElementById('flagged').hidden");
      assertThat(tab.holds("document.getElementById('" + id + "').hidden")).isFalse();
    }
  }

  @Nested
  class Keyboard {
    @Test
    void skipsToTheCasesAndStepsThroughThem() {
      tab.open(samples);
      tab.press("Tab", "Tab", 9);
      assertThat(tab.eval("document.activeElement.textContent")).isEqualTo("Skip to the cases");
      tab.press("Enter", "Enter", 13);
      tab.until("document.activeElement.id === 'cases'");
      tab.press("Tab", "Tab", 9);
      assertThat(tab.holds("document.activeElement === " + SHOWN + "[0].firstElementChild"))
          .isTrue();
      tab.press("j", "KeyJ", 74);
      assertThat(tab.holds("document.activeElement === " + SHOWN + "[1].firstElementChild"))
          .isTrue();
      tab.press("k", "KeyK", 75);
      assertThat(tab.holds("document.activeElement === " + SHOWN + "[0].firstElementChild"))
          .isTrue();
    }

    @Test
    void showsWhereTheFocusIs() {
      tab.open(samples);
      tab.press("Tab", "Tab", 9);
      assertThat(tab.eval("getComputedStyle(document.activeElement).outlineStyle"))
          .isEqualTo("solid");
    }
  }
}
