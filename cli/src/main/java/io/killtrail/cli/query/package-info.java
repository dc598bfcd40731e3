/**
 * Questions to an index: {@code why}, {@code search}, {@code timeline}, {@code coverage}, {@code
 * show} and {@code rejected}. Each is a class, such as {@link io.killtrail.cli.query.WhyCommand}.
 *
 * <p>Changes nothing.
 */
package io.killtrail.cli.query;
