/**
 * The verdicts: what the correlator concludes and the reports tell. {@link
 * io.killtrail.analyzer.cases.Analysis} holds all of it, {@link io.killtrail.analyzer.cases.Case}
 * one death.
 *
 * <p>Plain data: knows neither how it was reached nor how it is shown. Names here are the names of
 * the JSON contract.
 */
package io.killtrail.analyzer.cases;
