package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.simulator.internal.rest.ApiException;
import io.github.kalshi4j.simulator.internal.rest.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command as it was sent, read so far that it can be answered.
 *
 * @param id chosen by the client; 0 for none
 * @param name empty if none could be read
 * @param given null if there are no parameters
 */
record StreamCommand(long id, String name, @Nullable JsonNode given) {
  /**
   * Reads a frame.
   *
   * @throws StreamFault.FaultException if it is no JSON object, or its id is none
   */
  static StreamCommand read(String text) {
    ObjectNode node;
    try {
      node = Json.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (ApiException e) {
      throw StreamFault.UNABLE_TO_PROCESS.exception();
    }
    JsonNode name = node.get("cmd");
    JsonNode params = node.get("params");
    return new StreamCommand(
        id(node.get("id")),
        name != null && name.isString() ? name.stringValue() : "",
        params == null || params.isNull() ? null : params);
  }

  private static long id(@Nullable JsonNode id) {
    if (id == null || id.isNull()) {
      return 0;
    }
    if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() < 0) {
      throw StreamFault.INVALID_PARAMETER.exception();
    }
    return id.longValue();
  }

  Params params() {
    if (given == null) {
      throw StreamFault.PARAMS_REQUIRED.exception();
    }
    if (given instanceof ObjectNode object) {
      return new Params(object);
    }
    throw StreamFault.INVALID_PARAMETER.exception();
  }
}
