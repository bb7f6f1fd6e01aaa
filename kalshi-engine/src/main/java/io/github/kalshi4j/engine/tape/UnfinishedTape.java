package io.github.kalshi4j.engine.tape;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeReader;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.header.TapeFacts;
import java.time.Instant;

/** Completes the header of a tape whose recorder never came to write it. */
final class UnfinishedTape {
  private UnfinishedTape() {}

  /**
   * Reads a tape to its last whole record.
   *
   * @param reader at the first record
   */
  static TapeFile complete(TapeReader reader) {
    TapeHeader header = reader.header();
    var facts = new TapeFacts(header.useYesPrice());
    header.markets().forEach(facts::know);
    while (reader.next()) {
      if (!reader.isGap() && reader.source().equals(TapeSource.KALSHI)) {
        take(facts, reader);
      }
    }
    reader.markets().forEach(facts::put);
    Long last = reader.soFar().lastNanos();
    Instant end = last == null ? header.start() : EpochNanos.toInstant(last);
    return new TapeFile(
        reader.file(),
        header.completed(
            end,
            facts.synthesised(header.synthesised()),
            facts.clockOffsetNanos(),
            facts.markets()),
        reader.record());
  }

  private static void take(TapeFacts facts, TapeReader reader) {
    try {
      facts.take(reader.receiveNanos(), reader.buffer(), reader.offset(), reader.length());
    } catch (KalshiDecodingException e) {
      // Whoever needs the frame will name it.
    }
  }
}
