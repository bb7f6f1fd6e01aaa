package io.github.kalshi4j.client.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.stream.Acknowledged;
import io.github.kalshi4j.client.stream.BookSnapshot;
import io.github.kalshi4j.client.stream.Subscribed;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When books are asked for. */
final class BookKeeperTest {
  private static final MarketTicker A = MarketTicker.of("A");
  private static final MarketTicker B = MarketTicker.of("B");

  private final BookKeeper keeper = new BookKeeper();

  private void acknowledge(long number) {
    keeper.apply(new Acknowledged(9, 1, number, List.of(), List.of(), List.of(), List.of()), 0, 0);
  }

  @Test
  void asksForABookWhoseFirstSnapshotIsLostWhileOthersAreRepaired() {
    keeper.track(A);
    keeper.apply(new Subscribed(1, "orderbook_delta", 1), 0, 0);
    keeper.apply(new BookSnapshot(0, 1, 1, A, List.of(), List.of()), 0, 0);
    acknowledge(3);
    assertThat(keeper.remedy(0)).isEqualTo(BookKeeper.Remedy.SNAPSHOT);
    assertThat(keeper.ask(0)).containsExactly("A");

    keeper.track(B);
    acknowledge(5); // 4 was the snapshot of B

    long later = Duration.ofSeconds(2).toNanos();
    assertThat(keeper.remedy(later)).isEqualTo(BookKeeper.Remedy.SNAPSHOT);
    assertThat(keeper.ask(later)).containsExactlyInAnyOrder("A", "B");
  }

  @Test
  void asksAgainAndAgainButRarelyForABookThatNeverCame() {
    keeper.track(A);
    keeper.apply(new Subscribed(1, "orderbook_delta", 1), 0, 0);
    acknowledge(2); // 1 was the snapshot of A, and what is asked for is not answered either
    assertThat(keeper.remedy(0)).isEqualTo(BookKeeper.Remedy.SNAPSHOT);
    assertThat(keeper.ask(0)).containsExactly("A");

    assertThat(keeper.remedy(seconds(4))).isEqualTo(BookKeeper.Remedy.NOTHING);
    assertThat(keeper.remedy(seconds(5))).isEqualTo(BookKeeper.Remedy.SNAPSHOT);
    assertThat(keeper.ask(seconds(5))).containsExactly("A");
    assertThat(keeper.remedy(seconds(14))).isEqualTo(BookKeeper.Remedy.NOTHING);
    assertThat(keeper.remedy(seconds(15))).isEqualTo(BookKeeper.Remedy.SNAPSHOT);
  }

  private static long seconds(int seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
