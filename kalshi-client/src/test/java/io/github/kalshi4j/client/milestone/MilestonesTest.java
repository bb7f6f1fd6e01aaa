package io.github.kalshi4j.client.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.RestTest;
import io.github.kalshi4j.client.value.MilestoneId;
import org.junit.jupiter.api.Test;

class MilestonesTest extends RestTest {
  @Test
  void alwaysSaysHowManyItWants() {
    exchange.on("GET /milestones", Reply.json("{\"milestones\":[]}"));

    client.milestones().list(MilestoneQuery.ALL);
    assertThat(exchange.requests().getLast().query("limit")).containsExactly("100");

    client.milestones().list(MilestoneQuery.ALL.withLimit(7));
    assertThat(exchange.requests().getLast().query("limit")).containsExactly("7");

    assertThat(client.milestones().all(MilestoneQuery.ALL)).isEmpty();
    assertThat(exchange.requests().getLast().query("limit")).containsExactly("500");
  }

  @Test
  void refusesMoreThanAPageHolds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MilestoneQuery.ALL.withLimit(501))
        .withMessageContaining("501");
  }

  @Test
  void keepsDetailsAsTheyWereSent() {
    exchange.on(
        "GET /milestones/M",
        Reply.json(
            "{\"milestone\":{\"id\":\"M\",\"category\":\"Sports\",\"type\":\"football_game\","
                + "\"start_date\":\"2026-11-27T14:15:00Z\",\"related_event_tickers\":null,"
                + "\"title\":\"\",\"notification_message\":\"\",\"details\":{\"odds\":0.10},"
                + "\"primary_event_tickers\":[\"E\"],"
                + "\"last_updated_ts\":\"2026-11-27T14:15:00Z\"}}"));

    Milestone milestone = client.milestones().get(MilestoneId.of("M"));

    assertThat(milestone.details().text()).isEqualTo("{\"odds\":0.10}");
    assertThat(milestone.end()).isNull();
    assertThat(milestone.relatedEvents()).isEmpty();
  }
}
