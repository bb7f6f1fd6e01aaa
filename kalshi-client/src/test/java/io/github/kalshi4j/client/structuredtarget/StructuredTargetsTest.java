package io.github.kalshi4j.client.structuredtarget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.RestTest;
import io.github.kalshi4j.client.value.StructuredTargetId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StructuredTargetsTest extends RestTest {
  private static final StructuredTargetId TARGET = StructuredTargetId.of("T");

  @Test
  void goesOverAllPagesByTheirOwnPageSize() {
    exchange.on(
        "GET /structured_targets",
        Reply.json("{\"structured_targets\":[{\"id\":\"A\"}],\"cursor\":\"next\"}"),
        Reply.json("{\"structured_targets\":[{\"id\":\"B\"}]}"));

    assertThat(client.structuredTargets().all(StructuredTargetQuery.ALL))
        .extracting(StructuredTarget::id)
        .containsExactly(StructuredTargetId.of("A"), StructuredTargetId.of("B"));
    assertThat(exchange.requests().getLast().query().toString())
        .isEqualTo("[page_size=2000, cursor=next]");
  }

  @Test
  void readsATargetOfWhichLittleIsSaid() {
    exchange.on("GET /structured_targets/T", Reply.json("{\"structured_target\":{\"id\":\"T\"}}"));

    StructuredTarget target = client.structuredTargets().get(TARGET);

    assertThat(target.id()).isEqualTo(TARGET);
    assertThat(target.name()).isNull();
    assertThat(target.details()).isNull();
  }

  @Test
  void refusesAnAnswerWithoutATarget() {
    exchange.on("GET /structured_targets/T", Reply.json("{}"));

    assertThatThrownBy(() -> client.structuredTargets().get(TARGET))
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessageContaining("structured_target");
  }

  @Test
  void refusesQueriesThatTheExchangeWould() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StructuredTargetQuery.ALL.withIds(List.of()))
        .withMessageContaining("ids must not be empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StructuredTargetQuery.ALL.withIds(Collections.nCopies(2001, TARGET)))
        .withMessageContaining("2001");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StructuredTargetQuery.ALL.withLimit(2001))
        .withMessageContaining("page_size must be 1 to 2000: 2001");
  }
}
