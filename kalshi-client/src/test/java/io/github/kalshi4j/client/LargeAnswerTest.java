package io.github.kalshi4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.market.Trade;
import io.github.kalshi4j.client.market.TradeQuery;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A page of 30 MB, far more than the exchange sends. */
class LargeAnswerTest {
  private static final int SIZE = 30 * 1024 * 1024;

  @Test
  void isReadWholeAndRefusedAtItsLastItem() {
    StringBuilder body = new StringBuilder(SIZE + 1024).append("{\"cursor\":\"\",\"trades\":[");
    int count = 0;
    while (body.length() < SIZE) {
      append(body, count++, "0.4200");
      body.append(',');
    }
    int end = body.length();
    append(body, count++, "0.4300");
    Reply good = reply(body.append("]}"));
    body.setLength(end);
    append(body, count - 1, "0.430001");
    Reply bad = reply(body.append("]}"));
    try (FakeExchange exchange = FakeExchange.start();
        KalshiClient client =
            KalshiClient.connect(
                ClientConfig.of(exchange.baseUrl())
                    .withAttempts(1)
                    .withRequestTimeout(Duration.ofMinutes(1)))) {
      exchange.on("GET /markets/trades", good, bad);

      Page<Trade> page = client.markets().trades(TradeQuery.ALL);

      assertThat(page.items()).hasSize(count);
      assertThat(page.items().getLast().price()).hasToString("0.4300");
      assertThatThrownBy(() -> client.markets().trades(TradeQuery.ALL))
          .isInstanceOf(KalshiDecodingException.class)
          .hasMessageContaining("trades[" + (count - 1) + "].yes_price_dollars: ")
          .hasMessageContaining("\"0.430001\"");
    }
  }

  private static Reply reply(StringBuilder body) {
    return new Reply(
        200,
        Map.of("Content-Type", "application/json"),
        body.toString().getBytes(StandardCharsets.UTF_8),
        Reply.Fault.NONE);
  }

  private static void append(StringBuilder body, int number, String price) {
    body.append("{\"trade_id\":\"t")
        .append(number)
        .append("\",\"ticker\":\"KXETH15M-26APR271445-45\",\"count_fp\":\"5.00\",")
        .append("\"created_time\":\"2026-04-27T18:30:14.628747Z\",\"yes_price_dollars\":\"")
        .append(price)
        .append("\",\"taker_outcome_side\":\"no\",\"taker_book_side\":\"ask\",")
        .append("\"is_block_trade\":false}");
  }
}
