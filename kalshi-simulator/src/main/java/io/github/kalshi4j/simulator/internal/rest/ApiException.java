package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.simulator.exchange.Refusal;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Carries an error from where it is found to where it is answered, in one of the wire's shapes. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final transient ObjectNode body;

  private ApiException(int status, String message, ObjectNode body) {
    super(message, null, false, false); // no stack trace: refusing is no exception
    this.status = status;
    this.body = body;
  }

  /**
   * Returns an error as the exchange itself tells it: code, message and details inside {@code
   * error}.
   *
   * @param details empty for none
   */
  public static ApiException of(int status, String code, String details) {
    ObjectNode body = Json.object();
    body.set("error", error(code, details));
    return new ApiException(status, code, body);
  }

  /** Returns the engine's refusal of a command. */
  static ApiException of(Refusal refusal) {
    return of(refusal.status(), refusal.code(), details(refusal));
  }

  /** Returns the code, message and details of a refusal. */
  static ObjectNode error(Refusal refusal) {
    return error(refusal.code(), details(refusal));
  }

  private static String details(Refusal refusal) {
    return refusal.details().isEmpty()
        ? refusal.engineText().toLowerCase(Locale.ROOT).replace('_', ' ')
        : refusal.details();
  }

  static ObjectNode error(String code, String details) {
    ObjectNode error = Json.object();
    error.put("code", code);
    error.put("message", code.replace('_', ' '));
    if (!details.isEmpty()) {
      error.put("details", details);
    }
    return error;
  }

  /** Returns what a body is answered that cannot be read: code and message without a wrapper. */
  static ApiException unreadable(String code, String details) {
    return new ApiException(400, code, error(code, details));
  }

  /** Returns what a parameter is answered that is out of range or of a wrong type. */
  static ApiException parameter(String message) {
    ObjectNode body = Json.object();
    body.put("msg", message);
    return new ApiException(400, message, body);
  }

  static ApiException notFound(String details) {
    return of(404, "not_found", details);
  }

  public ApiAnswer answer() {
    return new ApiAnswer(status, body);
  }
}
