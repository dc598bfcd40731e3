package io.killtrail.ingest.journal;

/** MESSAGE_ID values of systemd (systemd/sd-messages.h), with the first version that has them. */
final class MessageId {
  /** A process of a unit exited, v240. */
  static final String PROCESS_EXITED = "98e322203f7a4ed290d09fe03c09fe15";

  /** A unit entered the failed state, v240. */
  static final String UNIT_FAILED = "d9b373ed55a64feb8242e02dbe79a49c";

  /** A unit became inactive without failure, v240. */
  static final String UNIT_SUCCEEDED = "7ad2d189f7e94e70a38c781354912448";

  /** A restart was scheduled, v235. */
  static final String RESTART_SCHEDULED = "5eb03494b6584870a536b337290809b3";

  /** A start job began, v190. */
  static final String STARTING = "7d4958e842da4a758f6c1cdc7b36dcc5";

  /** A start job succeeded, v190. */
  static final String STARTED = "39f53479d3a045ac8e11786248231fbf";

  /** A start job failed, v190; that is not the failure of a running unit. */
  static final String START_FAILED = "be02cf6855d2428ba40df7e9d022f03d";

  /** A stop job began, v190. */
  static final String STOPPING = "de5b426a63be47a7b6ac3eaac82e2f6f";

  /** A stop job ended, v190. */
  static final String STOPPED = "9d1aaa27d60140bd96365438aad20286";

  /** The OOM killer hit a unit, v243. */
  static final String OUT_OF_MEMORY = "fe6faa94e7774663a0da52717891d8ef";

  /** systemd-oomd hit a unit, v247. */
  static final String OOMD_KILL = "d989611b15e44c9dbf31e3c81256e4ed";

  /** A process dumped core, before v183. */
  static final String COREDUMP = "fc2e22bc6ee647b6b90729ab34a250b1";

  /** logind begins a shutdown, v190. */
  static final String SHUTDOWN = "98268866d1d54a499c4e98921d93bc40";

  /** journald's rate limit dropped messages, v183. */
  static final String JOURNAL_DROPPED = "a596d6fe7bfa4994828e72309e95d61e";

  /** journald missed messages of the kernel, v189. */
  static final String JOURNAL_MISSED = "e9bf28e6e834481bb6f48f548ad13606";

  private MessageId() {}
}
