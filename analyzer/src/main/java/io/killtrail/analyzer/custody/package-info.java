/**
 * Whether the files that were read are still what was read: {@link
 * io.killtrail.analyzer.custody.InputCheck} reads them again and compares digests.
 *
 * <p>Knows no facts and no verdicts.
 */
package io.killtrail.analyzer.custody;
