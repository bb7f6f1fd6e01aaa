package io.github.kalshi4j.risk;

import static io.github.kalshi4j.client.value.OutcomeSide.YES;
import static io.github.kalshi4j.risk.FakeAccount.entry;
import static io.github.kalshi4j.risk.FakeAccount.held;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.risk.breaker.CircuitBreaker;
import io.github.kalshi4j.risk.plan.RiskPlan;
import io.github.kalshi4j.risk.sizing.FixedSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskPipelineTest {
  private final FakeAccount account = new FakeAccount();

  @Test
  void recordsEveryRuleInOrderEvenAfterADenial() {
    account.exiting = true;
    account.position = held(YES, "47.00", "20", "0.5");
    RiskPipeline pipeline =
        RiskPipeline.of(
            new NoEntryWhileExiting(),
            new PositionPerMarket(Quantity.ofContracts(50)),
            new OneEntryInFlight());
    Assessment assessment = pipeline.assess(entry(YES, "0.50"), Quantity.ofContracts(5), account);
    assertThat(assessment.verdicts())
        .extracting(Verdict::rule)
        .containsExactly("noEntryWhileExiting", "positionPerMarket", "oneEntryInFlight");
    assertThat(assessment.isDenied()).isTrue();
    assertThat(assessment.requested()).isEqualTo(Quantity.ofContracts(5));
  }

  @Test
  void approvesTheLeastThatAnyRuleAllows() {
    account.position = held(YES, "47.00", "20", "0.5");
    account.cash = Money.of("1.04");
    RiskPipeline pipeline =
        RiskPipeline.of(new PositionPerMarket(Quantity.ofContracts(50)), new AvailableCash());
    Assessment assessment = pipeline.assess(entry(YES, "0.50"), Quantity.ofContracts(5), account);
    assertThat(assessment.approved()).isEqualTo(Quantity.of("2.00"));
  }

  @Test
  void approvesWhatNoRuleMinds() {
    Assessment assessment =
        RiskPipeline.of(new AvailableCash())
            .assess(entry(YES, "0.50"), Quantity.of("4.25"), account);
    assertThat(assessment.approved()).isEqualTo(Quantity.of("4.25"));
  }

  @Test
  void asksNobodyAboutNothing() {
    Assessment assessment =
        RiskPipeline.of(new AvailableCash()).assess(entry(YES, "0.50"), Quantity.ZERO, account);
    assertThat(assessment.isDenied()).isTrue();
    assertThat(assessment.verdicts())
        .containsExactly(Verdict.denied("sizing", "no quantity is asked for"));
  }

  @Test
  void refusesTwoRulesOfOneName() {
    assertThatThrownBy(() ->
            RiskPipeline.of(
                new PositionPerMarket(Quantity.ofContracts(1)),
                new PositionPerMarket(Quantity.ofContracts(2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two risk rules are named positionPerMarket");
  }

  @Test
  void aPlanRefusesABreakerThatItsPipelineDoesNotAsk() {
    assertThatThrownBy(() ->
            new RiskPlan(
                new FixedSize(Quantity.ofContracts(1)),
                RiskPipeline.of(new AvailableCash()),
                List.of(),
                List.of(CircuitBreaker.dailyLoss(Money.ofDollars(50)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("breaker dailyLoss is no rule of the pipeline");
  }

  @Test
  void theConservativePlanKeepsAMarketToTenContracts() {
    account.position = held(YES, "9.50", "4.75", "0.2");
    RiskPlan plan = RiskPlan.conservative();
    Quantity size = plan.sizer().size(entry(YES, "0.50"), account);
    assertThat(size).isEqualTo(Quantity.ofContracts(1));
    assertThat(plan.pipeline().assess(entry(YES, "0.50"), size, account).approved())
        .isEqualTo(Quantity.of("0.50"));
  }

  @Test
  void everyConservativePlanHasItsOwnBreaker() {
    assertThat(RiskPlan.conservative().breakers().get(0))
        .isNotSameAs(RiskPlan.conservative().breakers().get(0));
  }

  @Test
  void aFixedSizeGivesWayToAStatedQuantity() {
    FixedSize sizer = new FixedSize(Quantity.ofContracts(5));
    assertThat(sizer.size(entry(YES, "0.50"), account)).isEqualTo(Quantity.ofContracts(5));
    assertThat(sizer.size(entry(YES, "0.50").withQuantity(Quantity.of("0.70")), account))
        .isEqualTo(Quantity.of("0.70"));
    assertThatThrownBy(() -> new FixedSize(Quantity.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
