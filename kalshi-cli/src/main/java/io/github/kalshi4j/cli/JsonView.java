package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.stream.StreamState;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a line (NDJSON), each of a type. */
final class JsonView implements FollowView {
  private final PrintStream out;

  JsonView(PrintStream out) {
    this.out = out;
  }

  @Override
  public void open(ExchangeAddress address, Market market) {
    ObjectNode line = Json.object();
    line.put("type", "market");
    line.setAll(address.json());
    line.put("streamUrl", address.streamUrl().toString());
    line.put("market", market.ticker().value());
    line.put("status", Shown.json(market.status()));
    line.put("closeTime", market.close().toString());
    Json.printLine(line, out);
  }

  @Override
  public void connection(StreamState state, Instant now) {
    ObjectNode line = Json.object();
    line.put("type", "connection");
    line.put("time", state.at().toString());
    switch (state) {
      case StreamState.Idle idle -> line.put("state", "idle");
      case StreamState.Connecting connecting -> line.put("state", "connecting");
      case StreamState.Connected connected -> line.put("state", "connected");
      case StreamState.Disconnected lost ->
          line.put("state", "disconnected")
              .put("reason", StreamReasons.words(lost))
              .put("retryInSeconds", seconds(lost.retryIn()));
      case StreamState.Refused refused ->
          line.put("state", "refused")
              .put("reason", "status " + refused.status())
              .put("retryInSeconds", seconds(refused.retryIn()));
      case StreamState.Closed closed -> line.put("state", "closed");
    }
    Json.printLine(line, out);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  @Override
  public void refused(String reason, Instant now) {
    ObjectNode line = Json.object();
    line.put("type", "refused");
    line.put("time", now.toString());
    line.put("reason", Failures.oneLine(reason));
    Json.printLine(line, out);
  }

  @Override
  public void book(@Nullable BookState book, boolean valid, Instant now) {
    if (book == null) {
      return;
    }
    ObjectNode line = Json.object();
    if (valid) {
      line.put("type", "book");
      line.put("received", book.received().toString());
      line.put("exchangeTime", Shown.json(book.changed()));
      describe(book.bids(), line.putArray("bids"));
      describe(book.asks(), line.putArray("asks"));
      line.put("spread", book.spread().orElse(null));
      line.put("mid", book.mid().orElse(null));
    } else {
      line.put("type", "stale");
      line.put("time", now.toString());
    }
    Json.printLine(line, out);
  }

  /** Adds levels to an array, best first. */
  static void describe(List<Level> levels, ArrayNode array) {
    for (Level level : levels) {
      ObjectNode node = array.addObject();
      node.put("price", level.price().toString());
      node.put("quantity", level.quantity().toString());
    }
  }

  @Override
  public boolean isLive() {
    return false;
  }

  @Override
  public void close() {
    // nothing is left open
  }
}
