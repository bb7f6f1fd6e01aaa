/**
 * Tapes of recordings of another shape: {@link
 * io.github.kalshi4j.engine.tape.importing.FramesImporter} makes them of files of frames, {@link
 * io.github.kalshi4j.engine.tape.importing.L2CsvImporter} of tables of level changes.
 */
package io.github.kalshi4j.engine.tape.importing;
