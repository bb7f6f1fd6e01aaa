package io.github.kalshi4j.simulator.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.OrderRequest;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.world.WorldConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A newsroom with one open market, a second after its opening, and two members with $1000. */
final class TestNewsroom {
  static final Instant OPEN = Instant.parse("2026-07-04T14:00:00Z");
  static final Instant CLOSE = OPEN.plus(Duration.ofMinutes(15));
  static final MarketTicker MARKET = MarketTicker.of("KXHIGHNY-26JUL04-T85");
  static final ListedMarket LISTED =
      ListedMarket.of(MARKET, EventTicker.of("KXHIGHNY-26JUL04"), OPEN, CLOSE);
  static final UserId ANN = UserId.of("ann");
  static final UserId BOB = UserId.of("bob");
  static final Message.Reader ANN_READS = new Message.Reader(ANN, false);
  static final Message.Reader BOB_READS = new Message.Reader(BOB, false);

  final List<Message> messages = new ArrayList<>();
  final ManualTimeSource time = ManualTimeSource.at(OPEN.plusSeconds(1));
  final Floor floor;
  final Newsroom newsroom;

  TestNewsroom() {
    this(WorldConfig.EMPTY);
    for (UserId user : List.of(ANN, BOB)) {
      done(new Command.OpenMember(user));
      done(new Command.Deposit(AccountId.of(user), Money.ofDollars(1000)));
    }
    done(new Command.ListMarket(LISTED));
    messages.clear();
  }

  TestNewsroom(WorldConfig config) {
    floor = new Floor(config, 1, time, time);
    newsroom = floor.listenWithin(world -> new Newsroom(messages::add, world));
  }

  void done(Command command) {
    assertThat(floor.execute(command)).isEqualTo(Answer.DONE);
  }

  PlacedOrder place(
      UserId user, BookSide side, String price, String quantity, String clientOrderId) {
    LimitOrder order =
        LimitOrder.goodTillCanceled(MARKET, side, Price.of(price), Quantity.of(quantity))
            .withClientOrderId(ClientOrderId.of(clientOrderId));
    return place(user, order);
  }

  PlacedOrder place(UserId user, LimitOrder order) {
    Answer answer = floor.execute(new Command.Place(user, OrderRequest.from(order)));
    assertThat(answer).isInstanceOf(Answer.Placed.class);
    return ((Answer.Placed) answer).order();
  }

  /** Lets time pass, and the world notice it. */
  void pass(Duration duration) {
    time.advance(duration);
    floor.within(world -> world);
  }

  /** Returns what a channel has said, as one reads it who gets all. */
  List<String> said(Channel channel, Message.Reader reader) {
    return messages.stream()
        .filter(message -> message.channel() == channel)
        .map(message -> message.body(reader))
        .toList();
  }

  List<String> said(Channel channel) {
    return said(channel, BOB_READS);
  }

  /** Returns a text that was written over several lines. */
  static String oneLine(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining());
  }
}
