package io.github.kalshi4j.client.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.RestTest;
import io.github.kalshi4j.client.value.SeriesTicker;
import org.junit.jupiter.api.Test;

class SeriesTest extends RestTest {
  @Test
  void chargesByTypeAndMultiplier() {
    assertThat(read("quadratic_with_maker_fees", "0.30000000000000004").fees())
        .isEqualTo(FeeSchedule.of(FeeType.QUADRATIC_WITH_MAKER_FEES, 0.3));
    assertThat(read("quadratic", "1").fees()).isEqualTo(FeeSchedule.STANDARD);
  }

  @Test
  void isReadEvenIfItsFeesAreNotUnderstood() {
    Series unknown = read("cubic", "1");
    assertThat(unknown.fees().type()).isEqualTo(FeeType.UNRECOGNIZED);

    Series negative = read("quadratic", "-1");
    assertThatIllegalArgumentException().isThrownBy(negative::fees).withMessageContaining("-1");
  }

  @Test
  void takesListsThatAreNullAsEmpty() {
    Series series = read("quadratic", "1");

    assertThat(series.tags()).isEmpty();
    assertThat(series.settlementSources()).isEmpty();
    assertThat(series.additionalProhibitions()).isEmpty();
    assertThat(series.volume()).isNull();
  }

  @Test
  void asksForVolumeOnlyWhereItIsWanted() {
    read("quadratic", "1");
    assertThat(exchange.requests().getLast().query()).isEmpty();

    client.series().getWithVolume(SeriesTicker.of("S"));
    assertThat(exchange.requests().getLast().query("include_volume")).containsExactly("true");
  }

  private Series read(String feeType, String feeMultiplier) {
    exchange.clear();
    exchange.on(
        "GET /series/S",
        Reply.json(
            "{\"series\":{\"ticker\":\"S\",\"frequency\":\"daily\",\"title\":\"\","
                + "\"category\":\"Crypto\",\"categories\":[],\"tags\":null,"
                + "\"settlement_sources\":null,\"contract_url\":\"\",\"contract_terms_url\":\"\","
                + "\"additional_prohibitions\":null,\"fee_type\":\""
                + feeType
                + "\",\"fee_multiplier\":"
                + feeMultiplier
                + "}}"));
    return client.series().get(SeriesTicker.of("S"));
  }
}
