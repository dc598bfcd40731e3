/**
 * Man pages and shell completions, made at build time out of the commands themselves, so that they
 * cannot tell anything else than {@code --help}. {@link io.killtrail.cli.manual.Manual} writes all
 * of them.
 *
 * <p>Is no part of any command: the command knows nothing of it.
 */
package io.killtrail.cli.manual;
