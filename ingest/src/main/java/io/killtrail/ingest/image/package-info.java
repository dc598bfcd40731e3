/**
 * A mounted image or a copied root file system: {@link io.killtrail.ingest.image.HostImage} finds
 * the logs, journals and PID files in it, and what the host is called and which zone it is in;
 * {@link io.killtrail.ingest.image.PidFileSearch} finds PID files also below the root of this
 * machine.
 *
 * <p>An image is hostile: its links are followed inside of it only ({@code ImageTree}), nothing but
 * regular files is opened, and little of each. Knows nothing of what logs say.
 */
package io.killtrail.ingest.image;
