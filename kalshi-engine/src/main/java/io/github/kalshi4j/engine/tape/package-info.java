/**
 * Recordings of market data. A tape is one compressed file of raw frames with their receive times
 * and a header that says what the frames alone do not. {@link
 * io.github.kalshi4j.engine.tape.TapeFile} is one on disk, {@link
 * io.github.kalshi4j.engine.tape.Tapes} finds several and checks that they fit together, and {@link
 * io.github.kalshi4j.engine.tape.SampleRecording} is made up as it is read. The packages below read
 * and write the format, record the stream, import recordings of another shape, and say what is on a
 * tape and whether it is true.
 */
package io.github.kalshi4j.engine.tape;
