package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.auth.Header;
import io.github.kalshi4j.client.testing.CapturedLog;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.access.AccessPolicies;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.MarketView;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import io.github.kalshi4j.simulator.internal.rest.HttpFront;
import io.github.kalshi4j.simulator.internal.rest.Routes;
import io.github.kalshi4j.simulator.ledger.Account;
import io.github.kalshi4j.simulator.ledger.Holding;
import io.github.kalshi4j.simulator.market.ListedMarket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An exchange whose members hold positions and rest orders, to which bad input is sent; it knows
 * whether any of it had an effect.
 */
final class ExchangeUnderAttack implements AutoCloseable {
  static final String ORDERS = "/portfolio/events/orders";

  final ManualTimeSource time = ManualTimeSource.at(ServerTest.OPEN.plusSeconds(1));
  final CapturedLog log = CapturedLog.of(HttpFront.class);
  final SimulatedExchange exchange =
      SimulatedExchange.start(
          SimulatedExchangeConfig.EMPTY.withTime(time).withAccess(AccessPolicies.UNLIMITED));
  final Credentials ann = exchange.openMember(UserId.of("ann"), Money.ofDollars(1000));
  final Credentials bob = exchange.openMember(UserId.of("bob"), Money.ofDollars(1000));
  final RawHttp http = new RawHttp(exchange.baseUrl().getPort());

  /** An order of Ann's that rests, and a group of hers. */
  final String order;

  final String group;
  private final String before;

  ExchangeUnderAttack() throws IOException {
    Command listing =
        new Command.ListMarket(
            ListedMarket.of(
                ServerTest.MARKET, ServerTest.EVENT, ServerTest.OPEN, ServerTest.CLOSE));
    assertThat(exchange.execute(listing)).isEqualTo(Answer.DONE);
    order = place(ann, "bid", "0.4000", "10.00");
    place(bob, "ask", "0.6000", "10.00");
    place(ann, "bid", "0.6000", "3.00");
    RawHttp.Reply created =
        signed(ann, "POST", "/portfolio/order_groups/create", "{\"contracts_limit\":10}");
    group = created.json().get("order_group_id").stringValue();
    before = state();
  }

  /** Returns a body that is right. */
  static String order(String side, String price, String count) {
    return """
    {"ticker":"%s","client_order_id":"%s","side":"%s","price":"%s","count":"%s",\
    "time_in_force":"good_till_canceled","self_trade_prevention_type":"taker_at_cross"}\
    """
        .formatted(ServerTest.MARKET, UUID.randomUUID(), side, price, count);
  }

  String place(Credentials member, String side, String price, String count) throws IOException {
    RawHttp.Reply reply = signed(member, "POST", ORDERS, order(side, price, count));
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.json().get("order_id").stringValue();
  }

  static List<Routes.Name> operations() {
    try (SimulatedExchange exchange = SimulatedExchange.start(SimulatedExchangeConfig.EMPTY)) {
      return exchange.operations();
    }
  }

  /** Returns a path in which the variable parts name what is there. */
  String filled(Routes.Name operation) {
    return operation
        .path()
        .replace("{order_id}", order)
        .replace("{order_group_id}", group)
        .replace("{ticker}", ServerTest.MARKET.value())
        .replace("{event_ticker}", ServerTest.EVENT.value())
        .replace("{series_ticker}", "KXHIGHNY")
        .replaceAll("\\{[a-z_]+}", "unknown");
  }

  RawHttp.Reply signed(Credentials member, String method, String target, String body)
      throws IOException {
    return signed(member, method, target, body.getBytes(StandardCharsets.UTF_8));
  }

  RawHttp.Reply signed(Credentials member, String method, String target, byte[] body)
      throws IOException {
    return http.send(request(method, target, signature(member, method, target), body));
  }

  /** Returns the lines of a signature. */
  String signature(Credentials member, String method, String target) {
    String path = HttpFront.ROOT + target.replaceFirst("\\?.*", "");
    return lines(member, time.now(), method, path);
  }

  /** Returns the lines of a signature for the stream. */
  String streamSignature(Credentials member) {
    return streamSignature(member, time.now());
  }

  static String streamSignature(Credentials member, Instant at) {
    return lines(member, at, "GET", RawSocket.PATH);
  }

  private static String lines(Credentials member, Instant at, String method, String path) {
    StringBuilder lines = new StringBuilder();
    for (Header header : member.signer().sign(at.toEpochMilli(), method, path)) {
      lines.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    return lines.toString();
  }

  /** Returns a request after which the connection ends. */
  static byte[] request(String method, String target, String headers, byte[] body) {
    String head =
        method + ' ' + HttpFront.ROOT + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers;
    if (body.length > 0) {
      head += "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n";
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  /** Asserts that nothing has changed since the beginning, and that nothing went wrong inside. */
  void isUnharmed() {
    assertThat(state()).isEqualTo(before);
    assertThat(log.lines()).isEmpty();
  }

  /** Asserts that the exchange still trades: a new order of Bob's meets Ann's. */
  void stillTrades() throws IOException {
    RawHttp.Reply reply = signed(bob, "POST", ORDERS, order("ask", "0.4000", "1.00"));
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    assertThat(reply.json().get("fill_count").stringValue()).isEqualTo("1.00");
  }

  /** Returns all that the engine holds: money, positions, orders, books. */
  String state() {
    return exchange.look(ExchangeUnderAttack::state);
  }

  private static String state(SimulatedEngine engine) {
    StringBuilder text = new StringBuilder();
    for (Account account : engine.ledger().accounts()) {
      text.append(account.id()).append(' ').append(account.cash()).append(' ');
      text.append(account.reserved()).append('\n');
      for (Holding holding : account.holdings()) {
        text.append(holding.market()).append(' ').append(holding.position()).append(' ');
        text.append(holding.cost()).append(' ').append(holding.fees()).append('\n');
      }
    }
    for (MarketView market : engine.markets()) {
      text.append(market).append('\n');
      for (BookSide side : BookSide.values()) {
        text.append(engine.levels(market.listed().market(), side)).append('\n');
        text.append(engine.queue(market.listed().market(), side)).append('\n');
      }
    }
    return text.toString();
  }

  @Override
  public void close() {
    exchange.close();
    log.close();
  }
}
