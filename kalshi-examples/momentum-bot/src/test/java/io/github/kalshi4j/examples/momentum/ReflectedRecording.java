package io.github.kalshi4j.examples.momentum;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.engine.tape.format.FrameSource;
import io.github.kalshi4j.engine.tape.format.Recording;
import io.github.kalshi4j.engine.tape.format.TapeGap;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The same recording seen from the other outcome: YES and NO books, trades and results swapped. */
final class ReflectedRecording implements Recording {
  private static final Map<String, String> SWAPPED =
      Map.of(
          "\"yes_dollars_fp\"", "\"no_dollars_fp\"",
          "\"no_dollars_fp\"", "\"yes_dollars_fp\"",
          "\"yes_price_dollars\"", "\"no_price_dollars\"",
          "\"no_price_dollars\"", "\"yes_price_dollars\"",
          "\"yes_bid_size_fp\"", "\"yes_ask_size_fp\"",
          "\"yes_ask_size_fp\"", "\"yes_bid_size_fp\"",
          "\"yes\"", "\"no\"",
          "\"no\"", "\"yes\"",
          "\"bid\"", "\"ask\"",
          "\"ask\"", "\"bid\"");
  private static final Pattern WORD = Pattern.compile("\"[a-z_]+\"");
  private static final Pattern TOP = Pattern.compile("\"yes_(bid|ask)_dollars\":\"([0-9.]+)\"");

  private final Recording original;

  ReflectedRecording(Recording original) {
    this.original = original;
  }

  static String reflect(String frame) {
    String swapped =
        WORD.matcher(frame).replaceAll(word -> SWAPPED.getOrDefault(word.group(), word.group()));
    return TOP.matcher(swapped).replaceAll(ReflectedRecording::complement);
  }

  private static String complement(MatchResult top) {
    return "\"yes_%s_dollars\":\"%s\""
        .formatted(top.group(1).equals("bid") ? "ask" : "bid", Price.of(top.group(2)).complement());
  }

  @Override
  public String name() {
    return "reflected " + original.name();
  }

  @Override
  public TapeHeader header() {
    TapeHeader header = original.header();
    return new TapeHeader(
        header.kind(),
        header.description(),
        header.sourceFiles(),
        header.start(),
        header.end(),
        header.tool(),
        header.toolVersion(),
        header.importer(),
        header.subscriptions(),
        header.synthesised(),
        header.clockOffsetNanos(),
        header.markets().stream().map(ReflectedRecording::reflect).toList());
  }

  private static TapeMarket reflect(TapeMarket market) {
    MarketFacts facts = market.facts();
    return new TapeMarket(
        facts.withGrid(facts.grid().complement()),
        market.priceLevelStructure(),
        Optional.ofNullable(market.result())
            .map(result -> new MarketResult(result.settlementValue().complement()))
            .orElse(null),
        market.settlementTime(),
        market.resultSource());
  }

  @Override
  public FrameSource open() {
    return new Frames(original.open());
  }

  /** Reflects frame after frame. */
  private static final class Frames implements FrameSource {
    private final FrameSource source;
    private byte[] bytes = {};

    private Frames(FrameSource source) {
      this.source = source;
    }

    @Override
    public boolean next() {
      if (!source.next()) {
        return false;
      }
      if (!source.isGap()) {
        String frame =
            new String(source.buffer(), source.offset(), source.length(), StandardCharsets.UTF_8);
        String seen = source.source().equals(TapeSource.KALSHI) ? reflect(frame) : frame;
        bytes = seen.getBytes(StandardCharsets.UTF_8);
      }
      return true;
    }

    @Override
    public long receiveNanos() {
      return source.receiveNanos();
    }

    @Override
    public boolean isGap() {
      return source.isGap();
    }

    @Override
    public TapeGap gap() {
      return source.gap();
    }

    @Override
    public String source() {
      return source.source();
    }

    @Override
    public byte[] buffer() {
      return bytes;
    }

    @Override
    public int offset() {
      return 0;
    }

    @Override
    public int length() {
      return bytes.length;
    }

    @Override
    public RuntimeException undecodable(RuntimeException cause) {
      return source.undecodable(cause);
    }

    @Override
    public void close() {
      source.close();
    }
  }
}
