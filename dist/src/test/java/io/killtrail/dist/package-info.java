/**
 * Whether what is given to people runs where nothing is installed. Start at {@link
 * io.killtrail.dist.Distribution}, the files that the build made.
 */
package io.killtrail.dist;
