/**
 * Recordings of market data. A tape is one compressed file of raw frames with their receive times
 * and a header that says what the frames alone do not. {@link
 * io.github.kalshi4j.engine.tape.TapeReader} and {@link io.github.kalshi4j.engine.tape.TapeWriter}
 * stream one; {@link io.github.kalshi4j.engine.tape.Tapes} finds several and checks that they fit
 * together; {@link io.github.kalshi4j.engine.tape.L2CsvImporter} and {@link
 * io.github.kalshi4j.engine.tape.FramesImporter} make them from recordings of another shape, {@link
 * io.github.kalshi4j.engine.tape.TapeRecorder} from the stream as it comes; {@link
 * io.github.kalshi4j.engine.tape.TapeInfo} and {@link
 * io.github.kalshi4j.engine.tape.TapeVerification} say what is on them and whether it is true.
 */
package io.github.kalshi4j.engine.tape;
