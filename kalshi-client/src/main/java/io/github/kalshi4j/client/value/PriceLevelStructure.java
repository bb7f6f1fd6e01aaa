package io.github.kalshi4j.client.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The published names of price grids and their bands, for recordings and messages that give only
 * the name. A market's own {@code price_ranges} always win: names are labels, and new ones appear.
 *
 * @see <a href="https://docs.kalshi.com/getting_started/fixed_point_prices">Kalshi, price level
 *     structures</a>
 */
public enum PriceLevelStructure {
  LINEAR_CENT(uniform("0.01")),
  DECI_CENT(uniform("0.001")),
  TAPERED_DECI_CENT(edges("0.10", "0.001", "0.01")),
  CENTER_WHOLE_EDGE_HALF_CENT(edges("0.10", "0.005", "0.01")),
  CENTER_WHOLE_EDGE_QUINT_CENT(edges("0.10", "0.002", "0.01")),
  CENTER_HALF_EDGE_HALF_CENT(uniform("0.005")),
  CENTER_HALF_EDGE_QUINT_CENT(edges("0.10", "0.002", "0.005")),
  CENTER_HALF_EDGE_DECI_CENT(edges("0.10", "0.001", "0.005")),
  CENTER_QUINT_EDGE_QUINT_CENT(uniform("0.002")),
  CENTER_QUINT_EDGE_DECI_CENT(edges("0.10", "0.001", "0.002")),
  CENTER_CENTI_EDGE_CENTI_CENT(uniform("0.0001")),
  /** The grid of all combo markets. */
  CENTER_DECI_EDGE_CENTI_CENT(edges("0.01", "0.0001", "0.001"));

  private final PriceGrid grid;

  PriceLevelStructure(List<PriceBand> bands) {
    grid = PriceGrid.of(bands);
  }

  /**
   * Reads the exchange's word, such as {@code tapered_deci_cent}; empty if it is not known here.
   */
  public static Optional<PriceLevelStructure> parse(String wire) {
    for (PriceLevelStructure structure : values()) {
      if (structure.wire().equals(wire)) {
        return Optional.of(structure);
      }
    }
    return Optional.empty();
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public PriceGrid grid() {
    return grid;
  }

  private static List<PriceBand> uniform(String step) {
    return List.of(PriceBand.of("0", "1", step));
  }

  private static List<PriceBand> edges(String width, String edgeStep, String centerStep) {
    String far = Price.of(width).complement().toString();
    return List.of(
        PriceBand.of("0", width, edgeStep),
        PriceBand.of(width, far, centerStep),
        PriceBand.of(far, "1", edgeStep));
  }
}
