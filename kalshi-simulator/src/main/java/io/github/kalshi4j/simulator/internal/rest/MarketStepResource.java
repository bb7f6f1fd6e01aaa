package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.MarketView;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.market.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** What the exchange itself does: lists markets, takes them through their lives, pauses shards. */
final class MarketStepResource {
  private static final String INVALID = "invalid_parameters";

  private final Floor floor;

  MarketStepResource(Floor floor) {
    this.floor = floor;
  }

  void addTo(Routes routes) {
    routes.open("GET", "/markets", request -> ApiAnswer.ok(list(request)));
    routes.open("POST", "/markets", this::create);
    routes.open("GET", "/markets/{ticker}", request -> ApiAnswer.ok(show(ticker(request))));
    step(routes, "deactivate", request -> new Command.Deactivate(ticker(request)));
    step(routes, "activate", request -> new Command.Activate(ticker(request)));
    step(routes, "close", this::close);
    step(routes, "determine", MarketStepResource::determine);
    step(routes, "dispute", request -> new Command.Dispute(ticker(request)));
    pause(routes, "pause", Command.Pause::new);
    pause(routes, "resume", Command.Resume::new);
  }

  @FunctionalInterface
  private interface PauseOrResume {
    Command of(int shard, Command.PauseScope scope);
  }

  private void step(Routes routes, String word, Function<ApiRequest, Command> command) {
    routes.open(
        "POST",
        "/markets/{ticker}/" + word,
        request -> {
          run(command.apply(request));
          return ApiAnswer.ok(show(ticker(request)));
        });
  }

  private void pause(Routes routes, String word, PauseOrResume command) {
    routes.open(
        "POST",
        "/shards/{exchange_index}/" + word,
        request -> {
          int shard = shard(request.part("exchange_index"));
          run(command.of(shard, scope(Fields.of(request).needText("scope"))));
          return ApiAnswer.noContent();
        });
  }

  private static int shard(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw ApiException.notFound("shard " + text);
    }
  }

  private static Command.PauseScope scope(String text) {
    return switch (text) {
      case "trading" -> Command.PauseScope.TRADING;
      case "exchange" -> Command.PauseScope.EXCHANGE;
      default -> throw ApiException.unreadable(INVALID, "scope must be trading or exchange");
    };
  }

  private void run(Command command) {
    if (floor.execute(command) instanceof Answer.Refused(var refusal)) {
      throw ApiException.of(refusal);
    }
  }

  private static MarketTicker ticker(ApiRequest request) {
    return ApiRequest.name(request.part("ticker"), MarketTicker::of);
  }

  private Instant now() {
    return Json.instant(floor.call(SimulatedEngine::timeMicros));
  }

  private ApiAnswer create(ApiRequest request) {
    Fields fields = Fields.of(request);
    MarketTicker ticker = fields.needParsed("ticker", INVALID, MarketTicker::of);
    try {
      Instant open = fields.parsed("open_time", INVALID, Instant::parse);
      ListedMarket market =
          ListedMarket.of(
                  ticker,
                  fields.needParsed("event_ticker", INVALID, EventTicker::of),
                  open == null ? now() : open,
                  fields.needParsed("close_time", INVALID, Instant::parse))
              .withShard(Objects.requireNonNullElse(fields.integer("exchange_index", 0, 1_000), 0))
              .withSettlementTimer(
                  Duration.ofSeconds(
                      Objects.requireNonNullElse(
                          fields.integer("settlement_timer_seconds", 0, Integer.MAX_VALUE), 0)));
      PriceGrid grid = fields.parsed("tick", INVALID, tick -> PriceGrid.uniform(Price.of(tick)));
      run(new Command.ListMarket(grid == null ? market : market.withGrid(grid)));
    } catch (IllegalArgumentException e) {
      throw ApiException.unreadable(INVALID, Objects.toString(e.getMessage()));
    }
    return ApiAnswer.created(show(ticker));
  }

  private Command close(ApiRequest request) {
    Instant close =
        request.body().length == 0
            ? null
            : Fields.of(request).parsed("close_time", INVALID, Instant::parse);
    return new Command.MoveClose(ticker(request), close == null ? now() : close);
  }

  private static Command determine(ApiRequest request) {
    Fields fields = Fields.of(request);
    String result = fields.needText("result");
    Outcome outcome =
        switch (result) {
          case "yes" -> Outcome.YES;
          case "no" -> Outcome.NO;
          case "void" -> Outcome.VOID;
          case "scalar" -> Outcome.scalar(fields.price("settlement_value"));
          default ->
              throw ApiException.unreadable(INVALID, "result must be yes, no, scalar or void");
        };
    return new Command.Determine(ticker(request), outcome);
  }

  private ObjectNode list(ApiRequest request) {
    String status = request.query("status");
    return floor.call(engine ->
        Json.object()
            .set(
                "markets",
                Json.array(
                    engine.markets().stream()
                        .filter(market -> status == null || status.equals(market.status().wire()))
                        .toList(),
                    MarketStepResource::write)));
  }

  private ObjectNode show(MarketTicker ticker) {
    return floor.call(engine ->
        engine
            .market(ticker)
            .map(MarketStepResource::write)
            .orElseThrow(() -> ApiException.notFound(ticker.value())));
  }

  private static ObjectNode write(MarketView market) {
    ObjectNode node = Json.object();
    node.put("ticker", market.listed().market().value());
    node.put("event_ticker", market.listed().event().value());
    node.put("exchange_index", market.listed().shard());
    node.put("status", market.status().wire());
    Json.time(node, "open_time", market.listed().open());
    Json.time(node, "close_time", market.close());
    switch (market.outcome()) {
      case null -> {}
      case Outcome.Paid(var result) -> {
        node.put("result", result.wire());
        node.put("settlement_value", result.settlementValue().toString());
      }
      case Outcome.Voided voided -> node.put("result", "void");
    }
    return node;
  }
}
