package io.github.kalshi4j.engine.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import org.junit.jupiter.api.Test;

class UnmatchedTest {
  private final Unmatched entries = new Unmatched();

  private void add(int cents, long now) {
    BookSide side = cents % 2 == 0 ? BookSide.BID : BookSide.ASK;
    entries.add(side, Price.ofCents(cents), 10 + cents, 20 + cents, now, 30 + cents, 40 + cents);
  }

  @Test
  void keepsEveryEntryWhileItGrowsRoundTheRing() {
    for (int i = 1; i <= 60; i++) {
      add(i, 0);
    }
    for (int i = 1; i <= 40; i++) {
      entries.removeOldest();
    }
    for (int i = 61; i <= 99; i++) {
      add(i, 0);
    }
    for (int i = 1; i <= 30; i++) {
      add(i, 0);
    }

    assertThat(entries.size()).isEqualTo(89);
    for (int i = 0; i < 89; i++) {
      int cents = i < 59 ? 41 + i : i - 58;
      assertThat(entries.price(i)).isEqualTo(Price.ofCents(cents));
      assertThat(entries.side(i)).isEqualTo(cents % 2 == 0 ? BookSide.BID : BookSide.ASK);
      assertThat(entries.hundredths(i)).isEqualTo(10 + cents);
      assertThat(entries.isAround(i, 25 + cents)).isTrue();
      assertThat(entries.isAround(i, 26 + cents)).isFalse();
      assertThat(entries.sequence(i)).isEqualTo(30 + cents);
      assertThat(entries.levelAfter(i)).isEqualTo(40 + cents);
    }
  }

  @Test
  void isOverdueAfterAQuarterSecond() {
    add(50, 1_000);

    assertThat(entries.isOverdue(250_001_000)).isFalse();
    assertThat(entries.isOverdue(250_001_001)).isTrue();
  }

  @Test
  void sumsWhatIsUnmatchedAtALevel() {
    add(50, 0);
    add(51, 0);
    add(50, 0);
    entries.match(0, 15);

    assertThat(entries.sumAt(BookSide.BID, Price.ofCents(50))).isEqualTo(105);
    assertThat(entries.sumAt(BookSide.ASK, Price.ofCents(50))).isZero();
  }
}
