/**
 * What is in a tape. {@link io.github.kalshi4j.engine.tape.format.TapeReader} and {@link
 * io.github.kalshi4j.engine.tape.format.TapeWriter} stream one; {@link
 * io.github.kalshi4j.engine.tape.format.TapeHeader} is what it says about itself. Whatever can be
 * replayed is a {@link io.github.kalshi4j.engine.tape.format.Recording}, be it on disk or not.
 */
package io.github.kalshi4j.engine.tape.format;
