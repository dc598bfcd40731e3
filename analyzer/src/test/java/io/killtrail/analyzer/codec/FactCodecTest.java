package io.killtrail.analyzer.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.UnitChanged;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactCodecTest {
  private static Fact roundTrip(Fact fact) {
    return FactCodec.decode(FactCodec.encode(fact), FactCodec.encodeRaw(fact), new StringPool());
  }

  @Nested
  class EveryVariantSurvives {
    private final RandomFacts facts = new RandomFacts(new Random(1));

    @ParameterizedTest
    @MethodSource("io.killtrail.analyzer.codec.RandomFacts#everyChange")
    void ofWhatTheManagerSays(UnitChanged.Change change) {
      Fact fact = facts.unitChanged(change);

      assertThat(roundTrip(fact)).isEqualTo(fact);
    }

    @ParameterizedTest
    @MethodSource("io.killtrail.analyzer.codec.RandomFacts#everyAddressed")
    void ofWhatASenderAddressed(Addressed addressed) {
      Fact fact = facts.signalSent(addressed);

      assertThat(roundTrip(fact)).isEqualTo(fact);
    }

    @ParameterizedTest
    @MethodSource("io.killtrail.analyzer.codec.RandomFacts#everyItem")
    void ofHowAHostWasSetUp(Configured.Item item) {
      Fact fact = facts.configured(item);

      assertThat(roundTrip(fact)).isEqualTo(fact);
    }

    @Test
    void ofSignsOfABootAndGaps() {
      for (BootSeen.Sign sign : BootSeen.Sign.values()) {
        Fact fact = facts.bootSeen(sign);
        assertThat(roundTrip(fact)).isEqualTo(fact);
      }
      for (EvidenceGap.Problem problem : EvidenceGap.Problem.values()) {
        Fact fact = facts.evidenceGap(problem);
        assertThat(roundTrip(fact)).isEqualTo(fact);
      }
    }

    @Test
    void ofEveryKindOfFact() {
      List<Class<?>> kinds =
          IntStream.range(0, RandomFacts.KINDS)
              .mapToObj(facts::ofKind)
              .<Class<?>>map(Fact::getClass)
              .toList();

      assertThat(kinds).containsExactlyInAnyOrder(Fact.class.getPermittedSubclasses());
    }
  }

  @Test
  void theListsOfVariantsAreComplete() {
    assertThat(RandomFacts.everyChange().map(Object::getClass).distinct())
        .hasSize(nested(UnitChanged.class, UnitChanged.Change.class));
    assertThat(RandomFacts.everyAddressed().map(Object::getClass).distinct())
        .hasSize(nested(Addressed.class, Addressed.class));
    assertThat(RandomFacts.everyItem().map(Object::getClass).distinct())
        .hasSize(nested(Configured.class, Configured.Item.class));
  }

  private static int nested(Class<?> outer, Class<?> alternatives) {
    return (int)
        Stream.of(outer.getDeclaredClasses())
            .filter(kind -> kind != alternatives && alternatives.isAssignableFrom(kind))
            .count();
  }

  @Test
  void randomFactsSurvive() {
    long seed = new Random().nextLong();
    RandomFacts facts = new RandomFacts(new Random(seed));
    for (int i = 0; i < 2_000; i++) {
      Fact fact = facts.any();
      assertThat(roundTrip(fact)).as("seed %d, fact %d", seed, i).isEqualTo(fact);
    }
  }

  @Test
  void withoutItsRawTextAFactKeepsThePlacesOfItsRecords() {
    RandomFacts facts = new RandomFacts(new Random(2));
    Fact fact = facts.signalSent(new Addressed.Task(350));
    byte[] bytes = FactCodec.encode(fact);

    Fact bare = FactCodec.decode(bytes, 0, bytes.length, new StringPool());

    assertThat(bare.provenance().raw())
        .isEqualTo(
            fact.provenance().raw().stream()
                .map(record -> new RawRecord(record.input(), record.offset(), ""))
                .toList());
    assertThat(bare.provenance().id()).isEqualTo(fact.provenance().id());
    assertThat(((SignalSent) bare).targets()).isEqualTo(((SignalSent) fact).targets());
  }

  @Test
  void everyByteOfARawRecordSurvives() {
    StringBuilder latin1 = new StringBuilder();
    IntStream.range(0, 256).forEach(c -> latin1.append((char) c));
    Fact fact = RandomFacts.withRaw(List.of(new RawRecord("/log", 0, latin1.toString())));

    assertThat(roundTrip(fact).provenance().raw().getFirst().latin1()).isEqualTo(latin1.toString());
  }

  @Test
  void aFactIsReadFromTheMiddleOfOtherBytes() {
    RandomFacts facts = new RandomFacts(new Random(3));
    Fact fact = RandomFacts.withRaw(List.of());
    byte[] bytes = FactCodec.encode(fact);
    byte[] among = new byte[bytes.length + 20];
    Arrays.fill(among, (byte) 0xFF);
    System.arraycopy(bytes, 0, among, 7, bytes.length);

    assertThat(FactCodec.decode(among, 7, bytes.length, new StringPool())).isEqualTo(fact);
    assertThat(facts.actor()).isNotEqualTo(Actor.UNKNOWN);
  }

  @Test
  void cutBytesAreRefused() {
    byte[] bytes = FactCodec.encode(RandomFacts.withRaw(List.of()));

    for (int length = 0; length < bytes.length; length++) {
      int cut = length;
      assertThatThrownBy(() -> FactCodec.decode(bytes, 0, cut, new StringPool()))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
