package io.github.kalshi4j.client.internal.http;

import io.github.kalshi4j.client.error.Refusal;
import io.github.kalshi4j.client.internal.json.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what stands in an answer that is no success. The exchange has four shapes, {@code
 * {"error":{"code","message","details"}}}, the same without its envelope, {@code {"msg"}} and
 * {@code {"error":"text"}}; gateways send pages or nothing.
 */
final class ErrorBodies {
  private static final int MAX_TEXT = 200;
  private static final List<String> REQUEST_IDS =
      List.of("x-request-id", "request-id", "x-amzn-requestid", "x-amz-cf-id", "cf-ray");

  private final WireJson json;

  ErrorBodies(WireJson json) {
    this.json = json;
  }

  Refusal read(Call call, Answer answer, Secrets secrets) {
    JsonNode root = answer.body().length == 0 ? null : json.tree(answer.body());
    String code = null;
    String text = null;
    String details = null;
    if (root != null && root.isObject()) {
      JsonNode error = root.get("error");
      JsonNode source = error != null && error.isObject() ? error : root;
      code = string(source, "code");
      text = string(source, "message");
      details = string(source, "details");
      if (text == null) {
        text = error != null && error.isString() ? error.asString() : string(root, "msg");
      }
    }
    if (code == null && text == null) {
      text = beginning(answer);
    }
    return new Refusal(
        call.operation().method(),
        call.path(),
        answer.status(),
        clean(code, secrets),
        clean(text, secrets),
        clean(details, secrets),
        requestId(answer));
  }

  static @Nullable String requestId(Answer answer) {
    for (String name : REQUEST_IDS) {
      String id = answer.headers().firstValue(name).orElse("");
      if (!id.isEmpty()) {
        return id.length() > MAX_TEXT ? id.substring(0, MAX_TEXT) : id;
      }
    }
    return null;
  }

  /** Returns the beginning of a body on one line, or where a redirect leads; null if neither is. */
  static @Nullable String beginning(Answer answer) {
    String location = answer.headers().firstValue("Location").orElse("");
    if (!location.isEmpty()) {
      return "redirect to " + location + ", which is not followed";
    }
    String body = new String(answer.body(), StandardCharsets.UTF_8).strip();
    return body.isEmpty() ? null : body;
  }

  /** Returns a text as it may be shown: on one line, not long, without secrets. */
  static @Nullable String clean(@Nullable String text, Secrets secrets) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String line = secrets.hide(text).replaceAll("\\s+", " ").strip();
    return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT) + "…";
  }

  private static @Nullable String string(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull()
        ? null
        : value.isString() ? value.asString() : value.toString();
  }
}
