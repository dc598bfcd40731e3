/**
 * What command lines ask of the service manager: {@link
 * io.killtrail.analyzer.request.ManagerRequest#in} reads systemctl, service, init scripts and their
 * kin, also behind sudo, shells and the like.
 *
 * <p>Knows words only, neither facts nor verdicts. All of it comes out of logs and is hostile.
 */
package io.killtrail.analyzer.request;
