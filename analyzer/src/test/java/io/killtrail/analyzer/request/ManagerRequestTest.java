package io.killtrail.analyzer.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagerRequestTest {
  private static boolean asksToStop(String command, String unit) {
    return ManagerRequest.in(command).stream()
        .anyMatch(request -> request.verb() == RequestVerb.STOP && request.names(unit));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "systemctl stop appd",
        "systemctl --no-block stop other.service appd.service",
        "sudo -u root systemctl stop appd",
        "/bin/sh -c 'cd / && systemctl stop appd'",
        "service appd stop",
        "/etc/init.d/appd stop",
        "deb-systemd-invoke stop appd.service",
        "systemctl disable --now appd",
        "systemctl stop 'app*'",
        "systemctl stop app[a-e].service",
        "systemctl stop ?ppd.service"
      })
  void isReadOutOfWhatPeopleType(String command) {
    assertThat(asksToStop(command, "appd.service")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "systemctl status appd",
        "systemctl stop appd2",
        "echo systemctl stop appd",
        "systemctl -H other stop appd",
        "systemctl stop app[x-z].service",
        "grep stop appd"
      })
  void isNothingElse(String command) {
    assertThat(asksToStop(command, "appd.service")).isFalse();
  }

  @Test
  void aPatternMadeToBeSlowIsNot() {
    String pattern = "*a".repeat(2_000) + "b";
    String unit = "a".repeat(250) + ".service";

    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(ShellPattern.matches(pattern, unit)).isFalse());
  }
}
