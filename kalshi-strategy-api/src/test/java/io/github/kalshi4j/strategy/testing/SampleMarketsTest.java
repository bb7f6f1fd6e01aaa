package io.github.kalshi4j.strategy.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.strategy.testing.SampleMarkets.Config;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class SampleMarketsTest {
  @Test
  void namesItsMarketsAsTheExchangeDoes() {
    SampleMarkets sample = SampleMarkets.of(Config.of(1));
    assertThat(sample.markets())
        .extracting(market -> market.facts().ticker().value())
        .containsExactly(
            "KXSAMPLE15M-26JUN011015-15",
            "KXSAMPLE15M-26JUN011030-30",
            "KXSAMPLE15M-26JUN011045-45",
            "KXSAMPLE15M-26JUN011100-00");
    assertThat(sample.markets().getFirst().facts().floorStrike())
        .isEqualTo(new BigDecimal("100000.00"));
    assertThat(sample.markets().getFirst().facts().grid()).isEqualTo(TestMarkets.TAPERED_DECI_CENT);
  }

  @Test
  void beginsWithTheSubscriptionsAndASnapshot() {
    Iterator<SampleFrame> frames = SampleMarkets.of(Config.of(1)).iterator();
    assertThat(frames.next().json())
        .isEqualTo(
            "{\"type\":\"subscribed\",\"id\":1,\"msg\":{\"channel\":\"orderbook_delta\",\"sid\":1}}");
    assertThat(frames.next().json())
        .isEqualTo("{\"type\":\"subscribed\",\"id\":1,\"msg\":{\"channel\":\"ticker\",\"sid\":2}}");
    assertThat(frames.next().json())
        .startsWith(
            "{\"type\":\"orderbook_snapshot\",\"sid\":1,\"seq\":1,\"msg\":{\"market_ticker\":"
                + "\"KXSAMPLE15M-26JUN011015-15\",\"market_id\":\"2c06a5ab-")
        .contains(",\"yes_dollars_fp\":[[\"", ",\"no_dollars_fp\":[[\"");
  }

  @Test
  void givesTheSameBytesEverywhere() {
    assertThat(sha256(SampleMarkets.of(Config.of(1).withMarkets(1).withTrades(true))))
        .isEqualTo("24ea8bde2b3c55cbe6305f2bfde7f15d8f4da5e28fad1773df4822a0c8e26095");
  }

  @Test
  void differsBySeed() {
    assertThat(sha256(SampleMarkets.of(Config.of(1).withMarkets(1).withDeltasPerSecond(1))))
        .isNotEqualTo(sha256(SampleMarkets.of(Config.of(2).withMarkets(1).withDeltasPerSecond(1))));
  }

  @Test
  void showsConvergencesCrossedGroupsAndAmends() {
    SampleMarkets sample = SampleMarkets.of(Config.of(7).withDeltasPerSecond(20));
    SampleAudit audit = new SampleAudit(sample);
    assertThat(audit.signals).hasSize(4);
    assertThat(audit.signals.values().stream().mapToInt(n -> n).sum()).isBetween(40, 240);
    assertThat(audit.crossedInside).isBetween(5, 1_000);
    assertThat(audit.groupsOfMany).isGreaterThan(audit.count(BookDelta.class) / 4);
    assertThat(sample.markets()).extracting(market -> market.result().wire()).contains("yes", "no");
  }

  @Test
  void endsAfterTheLastMarket() {
    Iterator<SampleFrame> frames =
        SampleMarkets.of(Config.of(1).withMarkets(1).withDeltasPerSecond(1)).iterator();
    while (frames.hasNext()) {
      frames.next();
    }
    assertThatThrownBy(frames::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void refusesWhatCannotBeGenerated() {
    assertThatThrownBy(() -> Config.of(1).withMarkets(0))
        .hasMessage("markets must be at least 1: 0");
    assertThatThrownBy(() -> Config.of(1).withDeltasPerSecond(201))
        .hasMessage("deltasPerSecond must be from 1 to 200: 201");
    assertThatThrownBy(() -> Config.of(1).withStart(Instant.parse("2026-06-01T14:01:00Z")))
        .hasMessage("start must be a quarter of an hour: 2026-06-01T14:01:00Z");
  }

  private static String sha256(SampleMarkets sample) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
    for (SampleFrame frame : sample) {
      digest.update((frame.receiveNanos() + " " + frame.json()).getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void tellsTheEmptyBookWithTheLastOrderToLeave() {
    Config quiet = Config.of(-110).withMarkets(2).withDeltasPerSecond(1).withTrades(true);

    assertThat(new SampleAudit(SampleMarkets.of(quiet)).count(BookDelta.class)).isPositive();
  }
}
