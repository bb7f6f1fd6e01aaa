/**
 * What is on tapes, which {@link io.github.kalshi4j.engine.tape.inspection.TapeInfo} says, and
 * whether it is true, which {@link io.github.kalshi4j.engine.tape.inspection.TapeVerification}
 * finds out.
 */
package io.github.kalshi4j.engine.tape.inspection;
