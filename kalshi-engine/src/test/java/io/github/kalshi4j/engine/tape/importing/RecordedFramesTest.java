package io.github.kalshi4j.engine.tape.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.testing.SharedFolder;
import io.github.kalshi4j.engine.tape.TapeFile;
import io.github.kalshi4j.engine.tape.TapeProgress;
import io.github.kalshi4j.engine.tape.Tapes;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.inspection.TapeInfo;
import io.github.kalshi4j.engine.tape.inspection.TapeVerification;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The frames recorded by others beside the project; skipped where they are absent. */
class RecordedFramesTest {
  @TempDir private Path out;

  private List<TapeFile> imported(String source) {
    return Tapes.find(
        FramesImporter.importAll(SharedFolder.file(source), out, false, TapeProgress.NONE));
  }

  private static TapeInfo info(List<TapeFile> tapes) {
    TapeInfo info = TapeInfo.of(tapes, TapeProgress.NONE);
    assertThat(info.unknown()).isEmpty();
    return info;
  }

  @Test
  void importTheSamplesOfTheStream() {
    List<TapeFile> tapes = imported("kalshi-api/samples/ws");
    assertThat(tapes).hasSize(5);
    assertThat(info(tapes).frames())
        .containsEntry("orderbook_delta", 245L + 428 + 489 + 66)
        .containsEntry("orderbook_snapshot", 14L)
        .containsEntry("ticker", 19L)
        .containsEntry("trade", 4L)
        .containsEntry("ok", 11L)
        .containsEntry("error", 1L)
        .containsEntry("market_lifecycle_v2", 1L);
    var verification = TapeVerification.of(tapes, TapeProgress.NONE);
    assertThat(verification.sequenceGaps()).isZero();
    assertThat(verification.negativeLevels()).isZero();
    assertThat(verification.badSnapshots()).isZero();
    assertThat(verification.tickerAgreement().differing()).isEmpty();
    Tapes.checkTogether(tapes);
  }

  @Test
  void importARecordersEnvelopes() {
    List<TapeFile> tapes = imported("data/kalshi_ws_raw");
    assertThat(info(tapes).frames())
        .containsEntry("subscribed", 2L)
        .containsEntry("orderbook_snapshot", 1L)
        .containsEntry("orderbook_delta", 2964L)
        .containsEntry("ticker", 29L);
    var verification = TapeVerification.of(tapes, TapeProgress.NONE);
    assertThat(verification.sequenceGaps()).isZero();
    assertThat(verification.negativeLevels()).isZero();
    assertThat(verification.tickerAgreement().agreed()).isEqualTo(29);
    TapeMarket market = tapes.getFirst().header().markets().getFirst();
    assertThat(market.facts().floorStrike()).isEqualByComparingTo("80938.41");
    assertThat(tapes.getFirst().header().clockOffsetNanos()).isNegative();
  }

  @Test
  void importADocumentOfFrames() {
    List<TapeFile> tapes = imported("data/kalshi_api_json/aug2026/ws_orderbook_stream.json");
    assertThat(info(tapes).frames())
        .containsEntry("ok", 11L)
        .containsEntry("orderbook_snapshot", 12L)
        .containsEntry("orderbook_delta", 245L);
    assertThat(TapeVerification.of(tapes, TapeProgress.NONE).sequenceGaps()).isZero();
  }
}
