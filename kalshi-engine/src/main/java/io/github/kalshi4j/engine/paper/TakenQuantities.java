package io.github.kalshi4j.engine.paper;

import io.github.kalshi4j.client.value.Price;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What we took of each level of one side and the observed book still shows. A level that shrinks
 * gives as much of it back, a snapshot all of it; what is added to a level is available at once. As
 * a level never shows less than is taken of it, an emptied level is cleared by its own decreases.
 */
final class TakenQuantities {
  private long @Nullable [] hundredthsByPrice; // made when something is taken first
  private int levels;

  long at(Price price) {
    return hundredthsByPrice == null ? 0 : hundredthsByPrice[(int) price.centicents()];
  }

  void take(Price price, long hundredths) {
    if (hundredthsByPrice == null) {
      hundredthsByPrice = new long[(int) Price.ONE.centicents() + 1];
    }
    int index = (int) price.centicents();
    if (hundredthsByPrice[index] == 0) {
      levels++;
    }
    hundredthsByPrice[index] += hundredths;
  }

  void decrease(Price price, long hundredths) {
    if (levels == 0 || hundredthsByPrice == null) {
      return;
    }
    int index = (int) price.centicents();
    long before = hundredthsByPrice[index];
    if (before > 0) {
      hundredthsByPrice[index] = Math.max(0, before - hundredths);
      if (hundredthsByPrice[index] == 0) {
        levels--;
      }
    }
  }

  void clear() {
    if (levels > 0 && hundredthsByPrice != null) {
      Arrays.fill(hundredthsByPrice, 0);
      levels = 0;
    }
  }
}
