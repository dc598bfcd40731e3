package io.killtrail.analyzer.codec;

import io.killtrail.ingest.fact.Configured.Item;
import io.killtrail.ingest.fact.Configured.ManagerVersion;
import io.killtrail.ingest.fact.Configured.RuleChanged;
import io.killtrail.ingest.fact.Configured.RuleListed;
import io.killtrail.ingest.fact.Configured.Setting;
import java.util.ArrayList;
import java.util.List;

final class ConfiguredCodec {
  private static final int SETTING = 1;
  private static final int RULE_CHANGED = 2;
  private static final int RULE_LISTED = 3;
  private static final int MANAGER_VERSION = 4;

  private ConfiguredCodec() {}

  static void write(FactOutput out, Item item) {
    switch (item) {
      case Setting set -> {
        out.writeByte(SETTING);
        out.writeString(set.name());
        out.writeSigned(set.value());
        out.writeOptionalLong(set.old());
      }
      case RuleChanged rule -> {
        out.writeByte(RULE_CHANGED);
        out.writeByte(rule.added() ? 1 : 0);
        out.writeOptionalString(rule.key());
      }
      case RuleListed rule -> {
        out.writeByte(RULE_LISTED);
        out.writeSigned(rule.line());
        out.writeString(rule.list());
        out.writeByte(rule.records() ? 1 : 0);
        out.writeOptionalString(rule.arch());
        write(out, rule.calls());
        write(out, rule.filters());
        out.writeOptionalString(rule.key());
      }
      case ManagerVersion version -> {
        out.writeByte(MANAGER_VERSION);
        out.writeSigned(version.number());
      }
    }
  }

  private static void write(FactOutput out, List<String> words) {
    out.writeUnsigned(words.size());
    words.forEach(out::writeString);
  }

  static Item read(FactInput in) {
    int kind = in.readByte();
    return switch (kind) {
      case SETTING -> new Setting(in.readString(), in.readSigned(), in.readOptionalLong());
      case RULE_CHANGED -> new RuleChanged(in.readByte() != 0, in.readOptionalString());
      case RULE_LISTED ->
          new RuleListed(
              in.readInt(),
              in.readString(),
              in.readByte() != 0,
              in.readOptionalString(),
              words(in),
              words(in),
              in.readOptionalString());
      case MANAGER_VERSION -> new ManagerVersion(in.readInt());
      default -> throw new IllegalStateException("unknown kind of stored setting: " + kind);
    };
  }

  private static List<String> words(FactInput in) {
    int count = in.readCount();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(in.readString());
    }
    return words;
  }
}
