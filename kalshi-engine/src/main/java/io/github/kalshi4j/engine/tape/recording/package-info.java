/**
 * Tapes of the stream as it comes: {@link io.github.kalshi4j.engine.tape.recording.TapeRecorder}
 * writes them, and {@link io.github.kalshi4j.engine.tape.recording.MarketReader} asks the exchange
 * for what their headers say of markets.
 */
package io.github.kalshi4j.engine.tape.recording;
