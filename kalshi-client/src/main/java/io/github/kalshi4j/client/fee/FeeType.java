package io.github.kalshi4j.client.fee;

import io.github.kalshi4j.client.value.WireEnum;
import java.util.Locale;

/**
 * How a series charges its fills; the exchange's {@code fee_type}.
 *
 * @see <a href="https://docs.kalshi.com/getting_started/fee_rounding">Kalshi, Fee Rounding</a>
 */
public enum FeeType implements WireEnum {
  /** Takers pay 0.07 × M × C × p × (1 − p), makers nothing. */
  QUADRATIC(700, 0),
  /** Takers as in {@link #QUADRATIC}, makers a quarter of it. */
  QUADRATIC_WITH_MAKER_FEES(700, 175),
  /** Takers as in {@link #QUADRATIC}, makers half of it. */
  QUADRATIC_WITH_COMBO_MAKER_FEES(700, 350),
  /** By a table that the API does not publish, so nothing can be computed. */
  FLAT(-1, -1),
  /** A type this version does not know, so nothing can be computed. */
  UNRECOGNIZED(-1, -1);

  private final int takerRate; // in 1/10 000
  private final int makerRate;

  FeeType(int takerRate, int makerRate) {
    this.takerRate = takerRate;
    this.makerRate = makerRate;
  }

  /** Reads the exchange's word, such as {@code quadratic}; {@link #UNRECOGNIZED} if it is new. */
  public static FeeType parse(String wire) {
    for (FeeType type : values()) {
      if (type != UNRECOGNIZED && type.wire().equals(wire)) {
        return type;
      }
    }
    return UNRECOGNIZED;
  }

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether the fee follows from a formula. */
  public boolean isComputable() {
    return takerRate >= 0;
  }

  /** Returns the coefficient of C × p × (1 − p), in units of 1/10 000. */
  int rate(Liquidity liquidity) {
    return liquidity == Liquidity.TAKER ? takerRate : makerRate;
  }
}
