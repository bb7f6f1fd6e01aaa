package io.github.kalshi4j.engine.tape.header;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.BookSnapshot;
import io.github.kalshi4j.client.stream.MarketLifecycle;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.StreamDecoder;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a tape's header says of its markets and clocks, gathered from the frames as they pass. Facts
 * of a market are what was told of it, else what its lifecycle frames say, else what the ticker of
 * a fifteen-minute market says. A market of which none of these is known is left out: times that
 * are made up would move openings, closings and settlements. Used by one thread.
 */
public final class TapeFacts {
  private static final int NAMES_SHOWN = 20;

  private final JsonMapper json = JsonMapper.shared();
  private final StreamDecoder decoder;
  private final ClockOffsets offsets = new ClockOffsets();
  private final Set<MarketTicker> seen = new LinkedHashSet<>();
  private final Map<MarketTicker, TapeMarket> told = new LinkedHashMap<>();
  private final Map<MarketTicker, RecordedLife> lives = new HashMap<>();

  public TapeFacts(boolean useYesPrice) {
    this.decoder = new StreamDecoder(useYesPrice);
  }

  /**
   * Takes a frame.
   *
   * @throws KalshiDecodingException if it cannot be decoded; then it counts for nothing
   */
  public void take(long receiveNanos, byte[] bytes, int offset, int length) {
    take(decode(bytes, offset, length), receiveNanos, bytes, offset, length);
  }

  /**
   * Decodes a frame, and takes nothing from it yet.
   *
   * @throws KalshiDecodingException if it cannot be decoded
   */
  public StreamEvent decode(byte[] bytes, int offset, int length) {
    return decoder.decode(bytes, offset, length);
  }

  /** Takes a frame that has been decoded. */
  public void take(StreamEvent event, long receiveNanos, byte[] bytes, int offset, int length) {
    switch (event) {
      case BookDelta delta -> {
        offsets.take(delta, receiveNanos);
        seen.add(delta.market());
      }
      case BookSnapshot snapshot -> seen.add(snapshot.market());
      case Ticker ticker -> seen.add(ticker.market());
      case PublicTrade trade -> seen.add(trade.market());
      case MarketLifecycle lifecycle ->
          lives
              .computeIfAbsent(lifecycle.market(), market -> new RecordedLife())
              .take(lifecycle, json.readTree(bytes, offset, length).path("msg"));
      case StreamEvent other -> {}
    }
  }

  /** Takes what is known of a market from elsewhere, in case it is seen. */
  public void know(TapeMarket market) {
    told.put(market.ticker(), market);
  }

  /** Takes what is known of a market from elsewhere and counts it as seen; the last word holds. */
  public void put(TapeMarket market) {
    know(market);
    seen.add(market.ticker());
  }

  /**
   * Forgets which markets were seen and how the clocks went, but no facts, because another tape
   * begins. Returns what was told of the markets seen, which may be seen again.
   */
  public List<TapeMarket> begin() {
    List<TapeMarket> known =
        seen.stream().flatMap(ticker -> Optional.ofNullable(told.get(ticker)).stream()).toList();
    seen.clear();
    offsets.clear();
    return known;
  }

  /** Returns the exact lower median of receive less exchange time; null without deltas. */
  public @Nullable Long clockOffsetNanos() {
    return offsets.percentile(50);
  }

  /** Returns the markets seen, as far as their facts are known. */
  public List<TapeMarket> markets() {
    return seen.stream().flatMap(ticker -> market(ticker).stream()).toList();
  }

  private Optional<TapeMarket> market(MarketTicker ticker) {
    RecordedLife life = lives.get(ticker);
    TapeMarket market = told.get(ticker);
    if (market == null && life != null) {
      market = life.market(ticker).orElse(null);
    }
    if (market == null) {
      market = FifteenMinuteMarkets.closeTime(ticker).map(c -> byTicker(ticker, c)).orElse(null);
    }
    return Optional.ofNullable(market).map(m -> life == null ? m : life.decide(m));
  }

  private TapeMarket byTicker(MarketTicker ticker, Instant close) {
    RecordedLife life = lives.get(ticker);
    MarketFacts facts =
        FifteenMinuteMarkets.facts(ticker.value(), life == null ? null : life.floorStrike(), close);
    return new TapeMarket(facts, FifteenMinuteMarkets.STRUCTURE.wire(), null, null, null);
  }

  /** Returns a header's list of what was not recorded, completed by what this one made up. */
  public List<String> synthesised(List<String> others) {
    var fees = new ArrayList<MarketTicker>();
    var tickers = new ArrayList<MarketTicker>();
    var unknown = new ArrayList<MarketTicker>();
    for (MarketTicker ticker : seen) {
      RecordedLife life = lives.get(ticker);
      if (told.containsKey(ticker)) {
        continue;
      }
      if (life != null && life.market(ticker).isPresent()) {
        fees.add(ticker);
      } else if (FifteenMinuteMarkets.closeTime(ticker).isPresent()) {
        tickers.add(ticker);
      } else {
        unknown.add(ticker);
      }
    }
    var lines = new ArrayList<>(others);
    if (!fees.isEmpty()) {
      lines.add(
          "market facts: fee type "
              + FeeSchedule.STANDARD.type().wire()
              + " with multiplier "
              + FeeSchedule.STANDARD.multiplier().toPlainString()
              + ", which lifecycle frames do not say; of "
              + names(fees));
    }
    if (!tickers.isEmpty()) {
      lines.add(
          "market facts: open and close times from the ticker, "
              + FifteenMinuteMarkets.COMMON
              + "; of "
              + names(tickers));
    }
    if (!unknown.isEmpty()) {
      lines.add(
          "market facts: not known, and not made up, so that no backtest can use these markets: "
              + names(unknown));
    }
    return lines;
  }

  private static String names(List<MarketTicker> tickers) {
    String names =
        tickers.stream()
            .limit(NAMES_SHOWN)
            .map(MarketTicker::value)
            .collect(Collectors.joining(", "));
    int more = tickers.size() - NAMES_SHOWN;
    return more > 0 ? names + " and " + more + " more" : names;
  }
}
