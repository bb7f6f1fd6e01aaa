package io.github.kalshi4j.simulator.reference;

import io.github.kalshi4j.client.value.IndexId;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a crypto series is about.
 *
 * @param symbol as in tickers: {@code BTC}
 * @param name in plain words: {@code Bitcoin}
 * @param index the index of its price
 * @param start the price at which a simulation starts, in dollars; its decimals are those of the
 *     index and of strikes
 * @param volatility the usual standard deviation of a year's log-return
 * @param activity how much is done in its markets, where 1 is as much as in Bitcoin's
 */
public record Coin(
    String symbol,
    String name,
    IndexId index,
    BigDecimal start,
    double volatility,
    double activity) {
  public static final Coin BTC = of("BTC", "Bitcoin", "BRTI", "80938.41", 0.40, 1);
  public static final Coin ETH = of("ETH", "Ethereum", "ETHUSD_RTI", "2310.27", 0.60, 0.15);
  public static final Coin SOL = of("SOL", "Solana", "SOLUSD_RTI", "84.1350", 0.70, 0.1);
  public static final Coin XRP = of("XRP", "XRP", "XRPUSD_RTI", "1.36170", 0.65, 0.1);
  public static final Coin DOGE = of("DOGE", "Dogecoin", "DOGEUSD_RTI", "0.1034210", 0.80, 0.05);
  public static final Coin BNB = of("BNB", "BNB", "BNBUSD_RTI", "652.310", 0.50, 0.05);
  public static final Coin HYPE = of("HYPE", "Hyperliquid", "HYPEUSD_RTI", "41.2560", 0.95, 0.05);

  /** The seven coins above. */
  public static final List<Coin> ALL = List.of(BTC, ETH, SOL, XRP, DOGE, BNB, HYPE);

  public Coin {
    if (start.signum() <= 0 || start.scale() < 0 || start.scale() > 8) {
      throw new IllegalArgumentException("start of " + symbol + " at " + start);
    }
    if (!(volatility > 0 && volatility < 10) || !(activity > 0 && activity <= 100)) {
      throw new IllegalArgumentException(
          symbol + " with volatility " + volatility + ", activity " + activity);
    }
  }

  private static Coin of(
      String symbol, String name, String index, String start, double volatility, double activity) {
    return new Coin(symbol, name, IndexId.of(index), new BigDecimal(start), volatility, activity);
  }

  /** Returns the decimals of the index and of strikes. */
  public int decimals() {
    return start.scale();
  }
}
