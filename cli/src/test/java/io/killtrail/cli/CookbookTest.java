package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cookbook of the README shows what its commands print. */
class CookbookTest {
  private static final String PROMPT = "$ killtrail ";
  private static final String LEFT_OUT = "...";

  /**
   * A command, and what stands below it.
   *
   * @param shown lines; {@code ...} for lines left out
   */
  private record Recipe(List<String> words, List<String> shown) {
    /** The stretches that are shown whole. */
    List<String> stretches() {
      List<String> stretches = new ArrayList<>();
      StringBuilder stretch = new StringBuilder();
      for (String line : shown) {
        if (line.equals(LEFT_OUT)) {
          stretches.add(stretch.toString());
          stretch.setLength(0);
        } else {
          stretch.append(line).append('\n');
        }
      }
      stretches.add(stretch.toString());
      return stretches;
    }
  }

  private static List<Recipe> recipes() throws IOException {
    String readme = Files.readString(Sample.ROOT.resolve("README.md"));
    String cookbook = readme.substring(readme.indexOf("## Cookbook"));
    int begin = cookbook.indexOf("```\n") + 4;
    List<Recipe> recipes = new ArrayList<>();
    for (String line :
        cookbook.substring(begin, cookbook.indexOf("\n```", begin)).split("\n", -1)) {
      if (line.startsWith(PROMPT)) {
        String command = line.substring(PROMPT.length()).replaceFirst(" +# .*", "");
        recipes.add(new Recipe(List.of(command.split(" ", -1)), new ArrayList<>()));
      } else {
        recipes.getLast().shown().add(line);
      }
    }
    return recipes;
  }

  @Test
  void everyCommandPrintsWhatIsShownBelowIt() throws IOException {
    assertThat(recipes()).hasSize(5);
    try (SamplesIndex index = new SamplesIndex()) {
      for (Recipe recipe : recipes()) {
        Cli.Result result = index.run(recipe.words().toArray(String[]::new));
        assertThat(result.exit()).isZero();
        List<String> stretches = recipe.stretches();
        assertThat(result.out()).startsWith(stretches.getFirst()).endsWith(stretches.getLast());
        assertThat(result.out()).containsSubsequence(stretches);
      }
    }
  }
}
