/**
 * Facts to bytes and back: {@link io.killtrail.analyzer.codec.FactCodec}. Compact, because an index
 * holds millions of them; raw text is kept apart, because most readers do not need it.
 *
 * <p>Knows no Lucene. A change of the layout needs a new {@link
 * io.killtrail.analyzer.codec.FactCodec#VERSION}.
 */
package io.killtrail.analyzer.codec;
