package io.github.kalshi4j.engine.tape;

import io.github.kalshi4j.engine.tape.format.FrameSource;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.strategy.ReferencePrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads prices of an underlying from the frames of other exchanges. Used by one thread. */
public final class ReferenceDecoder {
  private final JsonMapper mapper = JsonMapper.shared();

  /**
   * Returns the price in the source's current frame; empty if the frame has none, as a subscription
   * reply, or comes from an exchange not known here.
   *
   * @throws TapeException if the frame is not what the exchange sends
   */
  public Optional<ReferencePrice> decode(FrameSource frame) {
    if (!frame.source().equals(TapeSource.COINBASE)) {
      return Optional.empty();
    }
    try {
      JsonNode json = mapper.readTree(frame.buffer(), frame.offset(), frame.length());
      String type = json.path("type").asString("");
      if (!type.equals("match") && !type.equals("last_match")) {
        return Optional.empty();
      }
      return Optional.of(
          new ReferencePrice(
              json.required("product_id").asString(),
              TapeSource.COINBASE,
              new BigDecimal(json.required("price").asString()),
              Instant.parse(json.required("time").asString())));
    } catch (JacksonException | IllegalArgumentException | DateTimeParseException e) {
      throw frame.undecodable(e);
    }
  }
}
