package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class BalanceCommandTest {
  private final LocalExchange exchange = new LocalExchange();

  @AfterEach
  void close() {
    exchange.close();
  }

  @Test
  void showsTheMoneyOfEachShard() {
    exchange.on("GET /portfolio/balance", Answers.BALANCE);

    assertThat(exchange.run("balance").succeeds().out())
        .isEqualTo(
            """
            custom, %s

            available        $1025.5025
              on shard 0     $1000.0000
              on shard 1       $25.5025
              on shard 2        $0.0000
              on shard 3        $0.0000
            portfolio value   $193.0000

            changed 2026-11-27T14:15:00Z
            """
                .formatted(exchange.baseUrl()));
    assertThat(exchange.requests()).hasSize(1);
    assertThat(exchange.requests().getFirst().isSigned()).isTrue();
  }

  @Test
  void describesTheMoneyInJson() {
    exchange.on("GET /portfolio/balance", Answers.BALANCE);

    JsonNode json = exchange.run("balance", "--json").succeeds().json();

    assertThat(json.propertyNames())
        .containsExactly(
            "environment", "baseUrl", "available", "portfolioValue", "updatedTime", "shards");
    assertThat(json.get("available").asString()).isEqualTo("1025.502500");
    assertThat(json.get("portfolioValue").asString()).isEqualTo("193.000000");
    assertThat(json.get("updatedTime").asString()).isEqualTo("2026-11-27T14:15:00Z");
    assertThat(json.get("shards")).hasSize(4);
    assertThat(json.at("/shards/1").toString())
        .isEqualTo("{\"exchangeIndex\":1,\"available\":\"25.502500\"}");
  }

  @Test
  void doesWithoutShardsWhereTheyAreNotTold() {
    exchange.on(
        "GET /portfolio/balance",
        """
        {
          "balance": 100,
          "balance_dollars": "1.00",
          "portfolio_value": 0,
          "updated_ts": 1795788900
        }
        """);

    assertThat(exchange.run("balance").succeeds().out())
        .contains("\navailable        $1.00\nportfolio value  $0.00\n");
    assertThat(exchange.run("balance", "--json").succeeds().json().get("shards")).isEmpty();
  }
}
