package io.github.kalshi4j.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

final class ReportLaws {
  @Property(tries = 100)
  void whatIsWrittenAddsUpToTheChangeOfTheAccount(@ForAll("trades") List<TradeRecord> trades) {
    JsonNode json = ReportJsonTest.written(Reports.of("recorded", trades));

    BigDecimal net = BigDecimal.ZERO;
    for (JsonNode trade : json.get("trades")) {
      BigDecimal gross = decimal(trade, "proceeds").subtract(decimal(trade, "cost"));
      assertThat(decimal(trade, "grossPnl")).isEqualByComparingTo(gross);
      assertThat(decimal(trade, "netPnl"))
          .isEqualByComparingTo(gross.subtract(decimal(trade, "fees")));
      net = net.add(decimal(trade, "netPnl"));
    }
    JsonNode summary = json.get("summary");
    assertThat(decimal(summary, "netPnl")).isEqualByComparingTo(net);
    assertThat(decimal(summary, "endCash").subtract(decimal(summary, "startCash")))
        .isEqualByComparingTo(net);
  }

  @Property(tries = 50)
  void noAmountLosesADigit(@ForAll("money") Money amount) {
    TradeRecord trade = trade(1, amount, Money.ZERO, Money.ZERO);

    JsonNode written =
        ReportJsonTest.written(Reports.of("recorded", List.of(trade))).at("/trades/0");

    assertThat(Money.of(written.get("cost").asString())).isEqualTo(amount);
    assertThat(new BigDecimal(ReportText.dollars(amount).replace("$", "")))
        .isEqualByComparingTo(BigDecimal.valueOf(amount.micros(), 6));
  }

  @Provide
  Arbitrary<Money> money() {
    return Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L).map(Money::new);
  }

  @Provide
  Arbitrary<List<TradeRecord>> trades() {
    Arbitrary<Money> amounts = Arbitraries.longs().between(0, 100_000_000_000L).map(Money::new);
    Arbitrary<Money> fees = Arbitraries.longs().between(0, 100_000_000L).map(Money::new);
    return Combinators.combine(amounts, amounts, fees)
        .as((cost, proceeds, fee) -> trade(1, cost, proceeds, fee))
        .list()
        .ofMaxSize(20)
        .map(ReportLaws::numbered);
  }

  private static List<TradeRecord> numbered(List<TradeRecord> trades) {
    List<TradeRecord> numbered = new ArrayList<>();
    for (TradeRecord t : trades) {
      numbered.add(trade(numbered.size() + 1, t.cost(), t.proceeds(), t.fees()));
    }
    return numbered;
  }

  private static TradeRecord trade(int number, Money cost, Money proceeds, Money fees) {
    return new TradeRecord(
        number,
        Reports.MARKET,
        OutcomeSide.YES,
        Quantity.ofContracts(1),
        Reports.START,
        Reports.START,
        List.of(),
        List.of(),
        new TradeRecord.End.Sold("stop"),
        cost,
        proceeds,
        fees);
  }

  private static BigDecimal decimal(JsonNode node, String name) {
    return new BigDecimal(node.get(name).asString());
  }
}
