package io.github.kalshi4j.risk.exit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.risk.FakeAccount;
import io.github.kalshi4j.strategy.Position;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class PositionExitsLaws {
  @Property(tries = 1000)
  void theStopFiresExactlyAtEntryLessStopLessFee(
      @ForAll @IntRange(min = 1, max = 3_000) int hundredths,
      @ForAll @LongRange(min = 1, max = 9_999) long entry,
      @ForAll @LongRange(min = 0, max = 40) long costOffset,
      @ForAll @LongRange(min = 0, max = 20_000) long feeMicros,
      @ForAll @LongRange(min = 1, max = 500) long stop,
      @ForAll @LongRange(min = -3, max = 3) long bidOffset) {
    Position position = position(hundredths, entry * hundredths + costOffset, feeMicros);
    BigDecimal trigger =
        perContract(position.cost().minus(position.fees()), hundredths)
            .subtract(BigDecimal.valueOf(stop, 4));
    // a bid within three steps of the trigger, where a rounding mistake would show
    long bid = trigger.movePointRight(4).setScale(0, RoundingMode.FLOOR).longValue() + bidOffset;
    if (bid < 1 || bid > 9_999) {
      return;
    }
    boolean fired =
        new PositionExits(List.of(new StopLoss(Price.ofCenticents(stop), true)))
            .onUpdate(position, Price.ofCenticents(bid))
            .isPresent();
    assertThat(fired).isEqualTo(bidOffset <= 0);
  }

  @Property(tries = 300)
  void theTrailFollowsTheHighestBid(
      @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 4_000, max = 6_000) Long> bids,
      @ForAll @LongRange(min = 1, max = 1_500) long trail,
      @ForAll @LongRange(min = 0, max = 1_000) long activation) {
    Position position = position(300, 5_000L * 300 + 1, 100);
    PositionExits exits =
        new PositionExits(
            List.of(new TrailingStop(Price.ofCenticents(trail), Price.ofCenticents(activation))));
    BigDecimal armedAt = perContract(position.cost(), 300).add(BigDecimal.valueOf(activation, 4));
    long highest = 0;
    boolean due = false;
    for (long bid : bids) {
      long before = highest;
      highest = Math.max(highest, bid);
      boolean armed = activation == 0 || BigDecimal.valueOf(highest, 4).compareTo(armedAt) >= 0;
      due |= armed && bid <= highest - trail;
      assertThat(exits.onUpdate(position, Price.ofCenticents(bid)).isPresent()).isEqualTo(due);
      assertThat(exits.highest()).contains(Price.ofCenticents(highest));
      assertThat(highest).isGreaterThanOrEqualTo(before);
    }
  }

  private static Position position(long hundredths, long costMicros, long feeMicros) {
    return new Position(
        FakeAccount.MARKET,
        OutcomeSide.NO,
        Quantity.ofHundredths(hundredths),
        Money.ofMicros(costMicros),
        Money.ofMicros(feeMicros));
  }

  private static BigDecimal perContract(Money total, long hundredths) {
    return BigDecimal.valueOf(total.micros(), 6)
        .divide(BigDecimal.valueOf(hundredths, 2), new MathContext(40, RoundingMode.FLOOR));
  }
}
