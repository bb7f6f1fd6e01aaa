package io.github.kalshi4j.client.testing;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A message as it came from a client of the {@link FakeStream}.
 *
 * @param id the client's number for it, 0 if it has none
 * @param cmd the command's name, empty if it has none
 * @param params the parameters; a missing node if there are none
 * @param text the message as it came
 */
public record FakeCommand(long id, String cmd, JsonNode params, String text) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Reads a message; one that is no JSON object has neither number nor name nor parameters. */
  static FakeCommand parse(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException e) {
      root = MissingNode.getInstance();
    }
    return new FakeCommand(
        root.path("id").asLong(0), root.path("cmd").asString(""), root.path("params"), text);
  }

  /** Returns what an {@code update_subscription} is to do; empty for any other command. */
  public String action() {
    return params.path("action").asString("");
  }

  /** Returns the {@code sid}, or the only element of {@code sids}; 0 if there is none such. */
  public int sid() {
    JsonNode sids = params.path("sids");
    return (sids.size() == 1 ? sids.get(0) : params.path("sid")).asInt(0);
  }

  @Override
  public String toString() {
    return text;
  }
}
