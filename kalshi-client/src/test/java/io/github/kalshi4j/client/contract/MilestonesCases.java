package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.Samples.CURSOR;
import static io.github.kalshi4j.client.contract.Samples.EVENT;
import static io.github.kalshi4j.client.contract.Samples.TIME;

import io.github.kalshi4j.client.milestone.MilestoneQuery;
import io.github.kalshi4j.client.value.MilestoneId;
import java.time.Instant;
import java.util.List;

/** The operations of {@code milestones()}. */
final class MilestonesCases {
  private static final MilestoneId MILESTONE =
      MilestoneId.of("dbb5cd1e-49b1-456c-a9a6-d9e18abe5745");

  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of("GetMilestone", c -> c.milestones().get(MILESTONE)),
          OperationCase.of(
              "GetMilestones",
              c ->
                  c.milestones()
                      .list(
                          MilestoneQuery.ALL
                              .startingFrom(Instant.parse("2026-11-27T14:15:00.123456Z"))
                              .withCategory("Crypto")
                              .withCompetition("Bitcoin")
                              .withSourceId("BRTI")
                              .withType("bitcoin_interval")
                              .withRelatedEvent(EVENT)
                              .updatedFrom(TIME)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.milestones().list(MilestoneQuery.ALL)));

  private MilestonesCases() {}
}
