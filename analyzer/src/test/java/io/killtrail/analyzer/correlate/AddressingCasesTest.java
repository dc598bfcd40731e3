package io.killtrail.analyzer.correlate;

import static io.killtrail.analyzer.Who.process;
import static io.killtrail.analyzer.correlate.Scenes.APPD;
import static io.killtrail.analyzer.correlate.Scenes.HELPERD;
import static io.killtrail.analyzer.correlate.Scenes.JAVA;
import static io.killtrail.analyzer.correlate.Scenes.MONITOR;
import static io.killtrail.analyzer.correlate.Scenes.TERM;
import static io.killtrail.analyzer.correlate.Scenes.dayWithSnapshot;
import static io.killtrail.analyzer.correlate.Scenes.theCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.Story;
import io.killtrail.analyzer.Who;
import io.killtrail.analyzer.cases.Alternative;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Target;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.SignalCall;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the number was that a sender passed. */
class AddressingCasesTest {
  private static final String FILE = "/var/lib/helperd/helperd.pid";
  private static final String EARLIER_BOOT = "2026-11-20T02:00:00";

  private static Case ended(Story story, Who sender, Addressed addressed, String ocomm) {
    return theCase(
        story
            .at("02:22:16.856")
            .sends(sender, SignalCall.KILL, addressed, TERM)
            .reaching(281, ocomm)
            .at("02:22:17.300")
            .exited(APPD, 143));
  }

  private static Case ended(Story story, Who sender, int number, String ocomm) {
    return ended(story, sender, new Addressed.Task(number), ocomm);
  }

  private static Target.Kind kind(Case told) {
    return told.target().orElseThrow().addressed();
  }

  @Nested
  class InAPidNamespace {
    private final Story story =
        dayWithSnapshot().thread(281, 350, "pool").pidFile(FILE, 350, EARLIER_BOOT);

    @Test
    void aSendersNumberIsNoHostsEvenIfAThreadOfTheVictimHasIt() {
      Who inside = process(901, "helperd", "/app/helperd");

      Case told = ended(story.seesInNamespace(inside, 12), inside, 350, "pool");

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.target()).contains(new Target(Target.Kind.NAMESPACE, OptionalInt.of(350)));
      assertThat(told.evidence()).anyMatch(item -> item.says().contains("in a PID namespace"));
      assertThat(told.alternatives())
          .anySatisfy(
              other -> {
                assertThat(other.cause()).isEqualTo(Cause.STALE_PID_FILE);
                assertThat(other.whyNot()).contains("PID namespace");
              });
    }

    @Test
    void areAllThatDescendFromOneInIt() {
      Who first = process(899, "entry", "/app/entry");
      Who inside = process(901, "helperd", "/app/helperd").parent(899);

      Case told = ended(story.seesInNamespace(first, 1), inside, 350, "pool");

      assertThat(kind(told)).isEqualTo(Target.Kind.NAMESPACE);
      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
    }

    @Test
    void aContainersNumberInAFileOfTheHostIsNotTheHosts() {
      Who inside = process(901, "ctl", "/app/ctl").command("ctl --pidfile /run/box.pid");
      Story boxed =
          dayWithSnapshot()
              .seesInNamespace(process(4000, "boxd", "/app/boxd"), 7)
              .seesInNamespace(inside, 12)
              .pidFile("/run/box.pid", 7, "02:20:07");

      Case told = theCase(boxed.at("02:22:16").kill(inside, 7, TERM).reaching(4000, "boxd"));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(kind(told)).isEqualTo(Target.Kind.NAMESPACE);
    }
  }

  @Nested
  class WithoutEvidenceOfTheNumber {
    @Test
    void aLowerOneMayBeOfANamespaceOrAThreads() {
      Case told = ended(dayWithSnapshot(), MONITOR, 7, "java");

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.confidence()).isEqualTo(Confidence.POSSIBLE);
      assertThat(told.alternatives())
          .filteredOn(other -> other.cause() == Cause.STALE_PID_FILE)
          .extracting(Alternative::whyNot)
          .singleElement()
          .asString()
          .contains("PID namespace", "thread");
    }

    /** Threads of many programs keep the name of their process. */
    @Test
    void aHigherOneMayBeAThreadsOrOfANamespace() {
      Case told = ended(dayWithSnapshot(), HELPERD, 350, "java");

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(told.confidence()).isEqualTo(Confidence.POSSIBLE);
    }
  }

  @Nested
  class SeenLater {
    private final Story story = dayWithSnapshot().pidFile(FILE, 350, EARLIER_BOOT);

    private Story later() {
      return story
          .at("02:22:16.800")
          .kill(HELPERD, 350, 0)
          .reaching(281, "pool-46")
          .at("02:22:16.856")
          .kill(HELPERD, 350, TERM)
          .reaching(281, "pool-46")
          .at("02:22:17.300")
          .exited(APPD, 143)
          .at("02:25:00");
    }

    @Test
    void asAThreadOfAYoungerProcessItSaysNothing() {
      Who other = process(340, "other", "/usr/bin/other").started("02:24:00");

      Case told = theCase(later().sees(other).thread(340, 350, "w", "02:24:00"));

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(kind(told)).isEqualTo(Target.Kind.THREAD);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void asAThreadOfAnOlderProcessItSpeaksAgainstTheVictim() {
      Who other = process(340, "other", "/usr/bin/other").started("02:20:30");

      Case told = theCase(later().sees(other).thread(340, 350, "w", "02:20:31"));

      assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
      assertThat(kind(told)).isEqualTo(Target.Kind.NAMESPACE);
    }

    @Test
    void asAThreadThatTheVictimStartedAfterwardsItProvesNothing() {
      Case told = theCase(later().thread(281, 350, "pool", "02:24:00"));

      assertThat(told.confidence()).isNotEqualTo(Confidence.PROVEN);
    }
  }

  @Nested
  class HadByAProcessBefore {
    private final Who former =
        process(350, "helperd", "/usr/bin/python3.11").unit("helperd.service").started("02:20:10");

    /** Without threads in the snapshots only its earlier owner is known of the number. */
    @Test
    void itIsAThreadsAfterTheSendersEarlierInstanceCrashed() {
      Story story =
          dayWithSnapshot()
              .at("02:21:00")
              .sees(former)
              .pidFile("/run/helperd.pid", 350, "02:20:11")
              .at("02:22:16.100")
              .sees(HELPERD);

      Case told = ended(story, HELPERD, 350, "pool-46");

      assertThat(told.cause()).isEqualTo(Cause.STALE_PID_FILE);
      assertThat(told.confidence()).isEqualTo(Confidence.LIKELY);
      assertThat(kind(told)).isEqualTo(Target.Kind.THREAD);
    }

    @Test
    void itIsOfANamespaceWhileAnotherUnitsProcessHasIt() {
      Who other = process(350, "otherd", "/usr/sbin/otherd").unit("otherd.service");

      Case told = ended(dayWithSnapshot().sees(other), HELPERD, 350, "pool-46");

      assertThat(kind(told)).isEqualTo(Target.Kind.NAMESPACE);
    }
  }

  @Test
  void tgkillAddressesAThreadByDesign() {
    Case told = ended(dayWithSnapshot(), MONITOR, new Addressed.ThreadOf(281, 350), "pool");

    assertThat(told.target()).contains(new Target(Target.Kind.THREAD, OptionalInt.of(350)));
    assertThat(told.cause()).isEqualTo(Cause.OTHER_PROCESS);
  }

  @Test
  void aDescriptorIsNoNumberOfAProcess() {
    Case told =
        ended(
            dayWithSnapshot().pidFile(FILE, 5, EARLIER_BOOT),
            HELPERD,
            new Addressed.Pidfd(5),
            "java");

    assertThat(told.target()).contains(new Target(Target.Kind.PIDFD, OptionalInt.of(5)));
    assertThat(told.pidFile()).isEmpty();
  }

  @Test
  void zeroIsTheSendersOwnGroup() {
    Who script = process(901, "stop-all", "/usr/bin/dash").parent(600);

    Case told =
        theCase(
            dayWithSnapshot()
                .sees(JAVA)
                .at("02:22:16.856")
                .sends(script, SignalCall.KILL, new Addressed.OwnGroup(), TERM)
                .reaching(281, "java")
                .reaching(901, "stop-all")
                .at("02:22:17.300")
                .exited(APPD, 143));

    assertThat(told.target()).contains(new Target(Target.Kind.OWN_GROUP, OptionalInt.empty()));
    assertThat(told.pidFile()).isEmpty();
  }
}
