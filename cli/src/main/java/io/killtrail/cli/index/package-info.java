/**
 * Care of the index: {@code index info}, {@code verify}, {@code prune} and {@code merge}, below
 * {@link io.killtrail.cli.index.IndexCommand}.
 */
package io.killtrail.cli.index;
