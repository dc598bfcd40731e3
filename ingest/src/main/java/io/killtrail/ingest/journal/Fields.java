package io.killtrail.ingest.journal;

import java.util.Optional;

/** The journal fields that came with a message. */
interface Fields {
  /** None: the message came as text only. */
  Fields NONE = field -> Optional.empty();

  /** The field's (first) value; empty when absent. */
  Optional<String> get(JournalField field);

  /** The first of two fields that is there. */
  default Optional<String> either(JournalField one, JournalField other) {
    Optional<String> value = get(one);
    return value.isPresent() ? value : get(other);
  }

  /** Whether the field has exactly this value. */
  default boolean is(JournalField field, String value) {
    return get(field).filter(value::equals).isPresent();
  }
}
