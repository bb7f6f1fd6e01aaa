package io.github.kalshi4j.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ContractChecksTest {
  private static ObjectNode json(String text) {
    return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  @Test
  void findsWhatIsMissingTooMuchOrOfAnotherType() {
    RestContract rest = new RestContract();
    assertThat(rest.errors("GET", "/exchange/status", 200, json("{'exchange_active':1,'x':2}")))
        .containsExactlyInAnyOrder(
            "GET /exchange/status 200 /exchange_active: type",
            "GET /exchange/status 200 : required trading_active",
            "GET /exchange/status 200 : additionalProperties x");
    assertThat(rest.errors("GET", "/portfolio/fills", 200, json("{'fills':[{'x':1}],'cursor':''}")))
        .contains(
            "GET /portfolio/fills 200 /fills/*: additionalProperties x",
            "GET /portfolio/fills 200 /fills/*: required trade_id");
    assertThat(rest.errors("GET", "/exchange/status", 201, json("{}")))
        .containsExactly("GET /exchange/status 201 is no status of it");
    assertThat(rest.errors("GET", "/nowhere", 200, null))
        .containsExactly("GET /nowhere 200 is no operation");
    assertThat(rest.errors("GET", "/portfolio/balance", 200, null))
        .containsExactly("GET /portfolio/balance 200 has no body");
    assertThat(rest.errors("GET", "/portfolio/balance", 401, json("{'error':{'code':1}}")))
        .containsExactly("GET /portfolio/balance 401 /code: type");
  }

  @Test
  void takesNullWhereTheSpecificationDoes() {
    String amended = "{'order_id':'a','ts_ms':1,'remaining_count':%s}";
    RestContract rest = new RestContract();
    String path = "/portfolio/events/orders/a/amend";
    assertThat(rest.errors("POST", path, 200, json(amended.formatted("null")))).isEmpty();
    assertThat(rest.errors("POST", path, 200, json(amended.formatted("7")))).isNotEmpty();
  }

  @Test
  void findsWhatIsWrongInFrames() {
    StreamContract stream = new StreamContract();
    assertThat(stream.errors("{\"type\":\"subscribed\",\"id\":1,\"msg\":{\"channel\":\"fill\"}}"))
        .containsExactly("subscribed /msg: required sid");
    assertThat(stream.errors("{\"type\":\"news\"}")).containsExactly("news no frames of this type");
    assertThat(
            stream.errors(
                "{\"type\":\"order_group_updates\",\"sid\":1,\"seq\":1,\"msg\":{\"event_type\":"
                    + "\"gone\",\"order_group_id\":\"g\",\"ts_ms\":1}}"))
        .containsExactly("order_group_updates /msg/event_type: enum");
  }
}
