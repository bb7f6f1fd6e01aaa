package io.github.kalshi4j.client.contract;

import java.util.List;

/** The operations of {@code milestones()}. */
final class MilestonesCases {
  static final List<OperationCase> ALL = List.of();

  private MilestonesCases() {}
}
