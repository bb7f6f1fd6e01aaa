/**
 * Tapes of the stream as it comes: {@link io.github.kalshi4j.engine.tape.recording.TapeRecorder}
 * writes them.
 */
package io.github.kalshi4j.engine.tape.recording;
