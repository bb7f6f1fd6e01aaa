package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.internal.json.WireJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@code msg} that is read as a record by databind, once what stands around it is known. */
final class DataBody extends MessageBody {
  private final WireJson wire;
  private final String wireType;
  private final Class<? extends StreamEvent> event;
  private byte @Nullable [] json;

  DataBody(WireJson wire, String wireType, Class<? extends StreamEvent> event) {
    this.wire = wire;
    this.wireType = wireType;
    this.event = event;
  }

  @Override
  void clear() {
    json = null;
  }

  /** Takes the {@code msg} as it came. */
  void take(byte[] json) {
    this.json = json;
  }

  @Override
  boolean read(String field, ValueReader in) {
    return false;
  }

  @Override
  StreamEvent toEvent(Envelope envelope) {
    return wire.read(
        require(json, "msg"),
        event,
        wireType,
        Map.of(
            Envelope.COMMAND,
            envelope.command,
            Envelope.SUBSCRIPTION,
            envelope.subscription,
            Envelope.SEQUENCE,
            envelope.sequence));
  }
}
