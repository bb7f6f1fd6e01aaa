package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.OperationCase.doing;

import java.util.List;

/** The operations of {@code account()}. */
final class AccountCases {
  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of("GetAccountApiLimits", c -> c.account().limits()),
          OperationCase.of("GetAccountEndpointCosts", c -> c.account().endpointCosts()),
          OperationCase.of(
              "GetAccountApiUsageLevelVolumeProgress", c -> c.account().volumeProgress()),
          OperationCase.of(
              "UpgradeAccountApiUsageLevel", doing(c -> c.account().upgradeUsageLevel())));

  private AccountCases() {}
}
