package io.killtrail.ingest.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedViewTest {
  private static final String STATUS = "enabled 1\nfailure 1\npid 7\nbacklog_limit 64\nlost 0\n";
  private static final String LOADED = "-a always,exit -F arch=b64 -S kill -F key=kill\n";
  private static final String ON_DISK =
      "# signals\n-D\n-a always,exit -F arch=b64 -S kill -k kill\n";

  @TempDir private Path directory;

  private void save(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private SavedView view() throws IOException {
    return SavedView.open(directory);
  }

  @Test
  void whatAuditctlPrintedIsToldByWhatItHoldsWhateverItIsCalled() throws IOException {
    save("monday.txt", STATUS);
    save("tuesday.txt", LOADED);
    save("wednesday.txt", ON_DISK);
    save("notes.txt", "kill rules of web01, saved for Bob\nenabled 1\n");
    assertThat(view().auditStatus().shown()).contains(STATUS);
    assertThat(view().auditRules().shown()).contains(LOADED);
    assertThat(view().file("etc/audit/audit.rules").shown()).contains(ON_DISK);
  }

  @Test
  void aTellingNameGoesBeforeAll() throws IOException {
    save("a-copy.txt", STATUS.replace("pid 7", "pid 8"));
    save("auditctl-s.txt", STATUS);
    save("b.txt", ON_DISK.replace("-D", "-D\n-b 64"));
    save("z.rules", ON_DISK);
    assertThat(view().auditStatus().shown()).contains(STATUS);
    assertThat(view().file("etc/audit/audit.rules").shown()).contains(ON_DISK);
  }

  @Test
  void bothMayStandInOneFile() throws IOException {
    save("audit.txt", STATUS + LOADED);
    assertThat(view().auditStatus().shown()).contains(STATUS + LOADED);
    assertThat(view().auditRules().shown()).contains(STATUS + LOADED);
    save("audit.txt", STATUS + "No rules\n");
    assertThat(view().auditRules().shown()).contains(STATUS + "No rules\n");
  }

  @Test
  void noRulesAtAllIsWhatAuditctlPrintsToo() throws IOException {
    save("saved", "No rules\n");
    assertThat(view().auditRules().shown()).contains("No rules\n");
    assertThat(view().auditStatus()).isInstanceOf(Sight.Hidden.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"web01.rules", "web01.txt", "web01"})
  void aSingleFileOfRulesMayBeCalledAnything(String name) throws IOException {
    save(name, ON_DISK);
    SavedView single = SavedView.open(directory.resolve(name));
    assertThat(single.file("etc/audit/audit.rules").shown()).contains(ON_DISK);
    assertThat(single.auditRules()).isInstanceOf(Sight.Hidden.class);
  }

  @Test
  void whatIsNothingOfAuditIsTakenForNothing() throws IOException {
    save("df", "Filesystem 1K-blocks\n/dev/sda1 100\n");
    save("binary", "\0\1\2-a always,exit");
    save("empty", "");
    assertThat(view().auditStatus()).isInstanceOf(Sight.Hidden.class);
    assertThat(view().auditRules()).isInstanceOf(Sight.Hidden.class);
    assertThat(view().file("etc/audit/audit.rules")).isInstanceOf(Sight.Hidden.class);
  }
}
