package io.github.kalshi4j.client.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class MoneyLaws {
  @Property(tries = 300)
  void theWireFormIsReadBack(@ForAll @LongRange(min = -Long.MAX_VALUE) long micros) {
    assertThat(Money.of(Money.ofMicros(micros).toString())).isEqualTo(Money.ofMicros(micros));
  }

  @Property(tries = 300)
  void aShareAndTheRestAreTheTotal(
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long micros,
      @ForAll @IntRange(min = 0, max = 10_000) int part,
      @ForAll @IntRange(min = 0, max = 10_000) int rest) {
    Money total = Money.ofMicros(micros);
    Quantity whole = Quantity.ofHundredths(part + rest + 1);
    Money share = total.share(Quantity.ofHundredths(part), whole, RoundingMode.HALF_EVEN);

    BigDecimal exact =
        BigDecimal.valueOf(micros)
            .multiply(BigDecimal.valueOf(part))
            .divide(BigDecimal.valueOf(whole.hundredths()), 20, RoundingMode.HALF_EVEN);
    assertThat(exact.subtract(BigDecimal.valueOf(share.micros())).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.5"));
    assertThat(total.minus(share).plus(share)).isEqualTo(total);
  }
}
