package io.github.kalshi4j.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.call.UnknownField;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Calls operations of a real client against a fake exchange, and keeps what went over the wire. */
final class Exercise implements AutoCloseable {
  private static final RateLimits.Bucket AMPLE = new RateLimits.Bucket(1_000_000, 1_000_000);

  /** What was sent and what came of it. */
  record Outcome(ReceivedRequest request, Object result, List<UnknownField> unknown) {}

  private final FakeExchange exchange = FakeExchange.start();
  private final KalshiClient client =
      KalshiClient.connect(
          ClientConfig.of(exchange.baseUrl())
              .withRateLimits(new RateLimits(AMPLE, AMPLE))
              .withAttempts(1),
          TestKeys.credentials());

  /** Makes one call, to which the exchange answers with this body. */
  Outcome call(WireForm form, JsonNode response, Function<KalshiClient, Object> call) {
    return call(
        form,
        response == null
            ? Reply.status(form.status())
            : Reply.json(form.status(), response.toString()),
        call);
  }

  /** Makes one call, to which the exchange answers so. */
  Outcome call(WireForm form, Reply reply, Function<KalshiClient, Object> call) {
    exchange.clear();
    exchange.on(form.method() + ' ' + form.path(), reply);
    List<UnknownField> before = client.unknownFields();
    Object result = call.apply(client);
    List<UnknownField> unknown =
        client.unknownFields().stream().filter(field -> !before.contains(field)).toList();
    assertThat(exchange.requests()).as("one request").hasSize(1);
    return new Outcome(exchange.requests().getFirst(), result, unknown);
  }

  /** Returns what was not known so far. */
  List<UnknownField> unknown() {
    return client.unknownFields();
  }

  @Override
  public void close() {
    client.close();
    exchange.close();
  }
}
