package io.github.kalshi4j.client.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.stream.Channel;
import io.github.kalshi4j.client.stream.Hole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a channel tells its members. */
final class WireChannelTest {
  /** Notes what it is told. */
  private static final class Listener implements Member {
    private final Interest interest;
    private final List<String> told = new ArrayList<>();
    private boolean begun;

    Listener(String... keys) {
      interest = Interest.of(List.of(keys));
    }

    @Override
    public Interest interest() {
      return interest;
    }

    @Override
    public void begin() {
      begun = true;
    }

    @Override
    public boolean hasBegun() {
      return begun;
    }

    @Override
    public void cut(Hole.Cause cause) {
      told.add("cut " + cause);
    }

    @Override
    public void hole(Hole.Cause cause) {
      told.add("hole " + cause);
    }

    @Override
    public void refused(KalshiException reason) {
      told.add("refused");
    }
  }

  private final WireChannel wire = new WireChannel(Channel.TRADE);
  private final Listener first = new Listener("A");
  private final Listener second = new Listener("B");

  private void grant(String... keys) {
    wire.subscribed(1, 0, Command.subscribe(wire, Interest.of(List.of(keys))), 0);
    wire.settle();
  }

  @Test
  void tellsEachOfItsHoleWhenItIsGrantedAgainItself() {
    wire.join(first, Map.of());
    wire.join(second, Map.of());
    grant("A", "B");

    wire.disconnected();
    grant("A");
    assertThat(first.told).containsExactly("cut RECONNECTED", "hole RECONNECTED");
    assertThat(second.told).containsExactly("cut RECONNECTED");

    wire.done(Command.add(wire, Set.of("B")));
    wire.settle();
    assertThat(first.told).hasSize(2);
    assertThat(second.told).containsExactly("cut RECONNECTED", "hole RECONNECTED");
  }

  @Test
  void owesNothingToWhomNothingWasGranted() {
    wire.join(first, Map.of());
    grant("A");
    wire.join(second, Map.of());

    wire.disconnected();
    grant("A", "B");

    assertThat(second.told).isEmpty();
    assertThat(second.begun).isTrue();
  }

  @Test
  void cutsWhereAMessageCannotBeRead() {
    wire.join(first, Map.of());
    grant("A");

    wire.unreadable();

    assertThat(first.told).containsExactly("cut UNREADABLE");
  }
}
