package io.github.kalshi4j.client.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.IncentiveProgramId;
import io.github.kalshi4j.client.value.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncentiveProgramsTest {
  @Test
  void goesOnAtTheNextCursor() {
    try (FakeExchange exchange = FakeExchange.start()) {
      exchange.on(
          "GET /incentive_programs",
          Reply.json(programs("first", "more")),
          Reply.json(programs("second", "")));
      try (KalshiClient client =
          KalshiClient.connect(
              ClientConfig.of(exchange.baseUrl()).withRateLimits(RateLimits.BASIC),
              TestKeys.credentials())) {
        List<IncentiveProgram> all =
            client.incentivePrograms().all(IncentiveProgramQuery.ALL).toList();

        assertThat(all)
            .extracting(IncentiveProgram::id)
            .containsExactly(IncentiveProgramId.of("first"), IncentiveProgramId.of("second"));
        assertThat(all.getFirst().periodReward()).isEqualTo(Money.ofDollars(100));
        assertThat(all.getFirst().maxRewardPerAccount()).isNull();
        assertThat(exchange.requests().getLast().query())
            .contains(new QueryParameter("cursor", "more"));
      }
    }
  }

  @Test
  void cannotAskForATypeThatItDoesNotKnow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IncentiveProgramQuery.ALL.withType(IncentiveType.UNRECOGNIZED));
  }

  private static String programs(String id, String cursor) {
    return """
    {"incentive_programs": [{"id": "%s", "market_id": "af0ea81c-3e1d-47a2-aee7-f90f65615d32",
      "market_ticker": "KXHIGHNY-26JUL04-T85", "incentive_type": "volume",
      "incentive_description": "Weather", "start_date": "2026-07-01T00:00:00Z",
      "end_date": "2026-07-04T00:00:00Z", "period_reward": 1000000, "paid_out": false,
      "max_reward_per_account": null}], "next_cursor": "%s"}\
    """
        .formatted(id, cursor);
  }
}
