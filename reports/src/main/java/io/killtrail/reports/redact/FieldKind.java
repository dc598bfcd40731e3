package io.killtrail.reports.redact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the value of a field of a record is, by the name of the field. */
enum FieldKind {
  /** A user or group: by number it stays. */
  USER,
  HOST,
  ADDRESS,
  /** A program and its arguments. */
  COMMAND,
  /** One argument, or what somebody typed. */
  ARGUMENT,
  /** Text in which names can stand; in audit records of hexadecimal digits where it is odd. */
  TEXT;

  private static final Set<String> USERS =
      Set.of(
          "acct",
          "auid",
          "uid",
          "gid",
          "euid",
          "suid",
          "fsuid",
          "egid",
          "sgid",
          "fsgid",
          "ouid",
          "ogid",
          "oauid",
          "iuid",
          "igid",
          "sauid",
          "old-auid",
          "old_auid",
          "new-auid",
          "grp",
          "user",
          "username",
          "user_id",
          "user_name",
          "inode_uid",
          "inode_gid",
          "obj_uid",
          "obj_gid",
          "new_gid",
          "group",
          "ruser",
          "logname",
          "sudo_user");
  private static final Set<String> HOSTS =
      Set.of(
          "node",
          "hostname",
          "host",
          "_hostname",
          "_machine_id",
          "rhost",
          "nodename",
          "computer",
          "machine_id",
          "fqdn");
  private static final Set<String> ADDRESSES = Set.of("addr", "saddr", "laddr", "faddr", "ip");
  private static final Set<String> COMMANDS =
      Set.of(
          "proctitle",
          "cmd",
          "cmdline",
          "_cmdline",
          "command",
          "command_line",
          "argv",
          "args",
          "title",
          "coredump_cmdline",
          "object_cmdline");
  private static final Set<String> ARGUMENTS = Set.of("data", "coredump_environ");
  private static final Pattern NUMBERED = Pattern.compile("a[0-9]+(?:\\[[0-9]+])?");
  private static final Set<String> PEOPLE =
      Set.of("user", "group", "effective", "saved", "filesystem", "audit", "owner");
  private static final Set<String> MACHINES = Set.of("host", "agent", "observer", "beat");

  /** Of id=, which records of user management have, in an ENRICHED log. */
  private static final String ENRICHED_ID = "ID";

  /** Before the fields of audit records in the journal. */
  private static final Pattern JOINED = Pattern.compile("_?audit_field_");

  /**
   * What it is.
   *
   * @param within the field or record in which it stands; only of an EXECVE the numbered values are
   *     arguments, of other calls they are numbers
   */
  static FieldKind of(String field, String within) {
    String small = field.toLowerCase(Locale.ROOT);
    String name = JOINED.matcher(small).replaceFirst("");
    String parent = within.toLowerCase(Locale.ROOT);
    boolean named = name.equals("name") || name.equals("id");
    if (field.equals(ENRICHED_ID) || (named && PEOPLE.contains(parent))) {
      return USER;
    }
    if (named && MACHINES.contains(parent)) {
      return HOST;
    }
    if (parent.equals("execve") && NUMBERED.matcher(name).matches()) {
      return name.equals("a0") ? TEXT : ARGUMENT;
    }
    return byName(name);
  }

  private static FieldKind byName(String name) {
    if (USERS.contains(name)) {
      return USER;
    }
    if (HOSTS.contains(name)) {
      return HOST;
    }
    if (ADDRESSES.contains(name)) {
      return ADDRESS;
    }
    if (COMMANDS.contains(name)) {
      return COMMAND;
    }
    return ARGUMENTS.contains(name) ? ARGUMENT : TEXT;
  }
}
