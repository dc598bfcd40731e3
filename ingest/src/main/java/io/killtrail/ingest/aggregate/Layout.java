package io.killtrail.ingest.aggregate;

import java.util.Optional;

/** How one program lays out an event as a JSON object. */
interface Layout {
  /** Whether the object is of this layout. */
  boolean fits(Json.Members object);

  /** The event; empty when the object lacks what makes one: time, number, records. */
  Optional<AggregatedEvent> event(Json.Members object);
}
