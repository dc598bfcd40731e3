package io.killtrail.analyzer.recording;

/** What a person does so that a host records what a verdict needs. */
public enum Remedy {
  RULES(
      "killtrail rules --install writes the audit rules that show it.",
      "killtrail rules --install && augenrules --load"),
  RULES_AND_REBOOT(
      "killtrail rules --install writes the audit rules that show it; a boot loads them.",
      "killtrail rules --install && systemctl reboot"),
  LOAD("The rules on disk have to be loaded.", "augenrules --load"),
  REBOOT("The rules are locked until the next boot.", "systemctl reboot"),
  ENABLE("auditctl -e 1 switches auditing on.", "auditctl -e 1"),
  ROOM(
      "A larger backlog (-b " + Remedy.BACKLOG + ") and no rate limit (-r 0) keep audit records.",
      "auditctl -b " + Remedy.BACKLOG + " -r 0"),
  AUDITD(
      "Start the kernel with audit=1 and let auditd run from early boot to late shutdown.",
      "systemctl enable --now auditd.service"),
  AT_BOOT(
      "Start the kernel with audit=1.",
      "sed -i 's/^GRUB_CMDLINE_LINUX=\"/&audit=1 /' /etc/default/grub && update-grub"),
  AT_BOOT_BY_GRUBBY("Start the kernel with audit=1.", "grubby --update-kernel=ALL --args=audit=1"),
  PERSISTENT_JOURNAL(
      "Storage=persistent keeps the journal across boots.", Remedy.journald("Storage=persistent")),
  JOURNAL_LIMITS(
      "The journal should keep every line of the service manager.",
      Remedy.journald(
          "RateLimitIntervalSec=30s\\nRateLimitBurst=10000\\nMaxLevelStore=debug\\nMaxRetentionSec=0"));

  /** Records that may wait; 8192 is what distributions ship. */
  public static final int BACKLOG = 8192;

  private final String advice;
  private final String command;

  Remedy(String advice, String command) {
    this.advice = advice;
    this.command = command;
  }

  private static String journald(String settings) {
    String directory = "/etc/systemd/journald.conf.d";
    return "mkdir -p "
        + directory
        + " && printf '[Journal]\\n"
        + settings
        + "\\n' >"
        + directory
        + "/50-killtrail.conf && systemctl restart systemd-journald";
  }

  /** A sentence for people, without a line feed. */
  public String advice() {
    return advice;
  }

  /** The command for a root shell. */
  public String command() {
    return command;
  }
}
