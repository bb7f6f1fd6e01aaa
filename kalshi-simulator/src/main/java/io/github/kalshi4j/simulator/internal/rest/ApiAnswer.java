package io.github.kalshi4j.simulator.internal.rest;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a request is answered.
 *
 * @param body null for none
 * @param location where else to ask; null for nowhere
 */
public record ApiAnswer(int status, @Nullable ObjectNode body, @Nullable String location) {
  ApiAnswer(int status, @Nullable ObjectNode body) {
    this(status, body, null);
  }

  static ApiAnswer ok(ObjectNode body) {
    return new ApiAnswer(200, body);
  }

  static ApiAnswer created(ObjectNode body) {
    return new ApiAnswer(201, body);
  }

  static ApiAnswer moved(String location) {
    return new ApiAnswer(301, null, location);
  }

  static ApiAnswer noContent() {
    return new ApiAnswer(204, null);
  }
}
