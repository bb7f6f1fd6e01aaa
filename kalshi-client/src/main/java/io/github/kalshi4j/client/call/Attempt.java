package io.github.kalshi4j.client.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a request, as it ended.
 *
 * @param operation verb and path template: {@code GET /markets/{ticker}}
 * @param number 1 for the first attempt
 * @param status the HTTP status; 0 if no answer came
 * @param failure why no answer came; null if one did
 * @param waited how long the rate budget held it back
 * @param latency from sending it to its whole answer, or to its failure
 * @param tokens what it cost in the rate budget
 * @param requestId the exchange's id of it; null if none came
 */
public record Attempt(
    String operation,
    int number,
    int status,
    @Nullable String failure,
    Duration waited,
    Duration latency,
    int tokens,
    @Nullable String requestId) {
  /** Returns whether the answer was a success. */
  public boolean succeeded() {
    return status >= 200 && status < 300;
  }
}
