/**
 * Who died, and which signals had reached them: {@link io.killtrail.analyzer.death.Deaths}. Puts
 * the manager's lines together to runs of units, follows every deadly signal to the process and
 * unit that it hit, and picks of several signals the one that decided.
 *
 * <p>Says nothing of why: that is for {@code analyzer.rule}. Knows no index and no formats.
 */
package io.killtrail.analyzer.death;
