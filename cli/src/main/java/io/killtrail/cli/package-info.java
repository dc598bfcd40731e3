/** The killtrail command. */
package io.killtrail.cli;
