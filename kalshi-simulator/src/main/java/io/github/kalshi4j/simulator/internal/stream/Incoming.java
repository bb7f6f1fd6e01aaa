package io.github.kalshi4j.simulator.internal.stream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;
import org.jspecify.annotations.Nullable;

/** Puts what comes in pieces together. Used by one thread at a time. */
final class Incoming {
  /**
   * A whole message.
   *
   * @param text null if it was sent as binary
   */
  record Whole(@Nullable String text) {}

  private final int largest;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean text;

  /**
   * Creates one.
   *
   * @param largest the most bytes of a message
   */
  Incoming(int largest) {
    this.largest = largest;
  }

  /**
   * Takes a frame of data; returns null if more is to come.
   *
   * @throws MessageTooLargeException if the message is too large
   * @throws BadPayloadException if it is no UTF-8
   */
  @Nullable Whole take(Frame frame) {
    if (frame.getOpCode() != OpCode.CONTINUATION) {
      text = frame.getOpCode() == OpCode.TEXT;
    }
    ByteBuffer payload = frame.getPayload().slice();
    if (bytes.size() + payload.remaining() > largest) {
      throw new MessageTooLargeException("a command of more than " + largest + " bytes");
    }
    byte[] piece = new byte[payload.remaining()];
    payload.get(piece);
    bytes.writeBytes(piece);
    if (!frame.isFin()) {
      return null;
    }
    byte[] all = bytes.toByteArray();
    bytes.reset();
    return new Whole(text ? decode(all) : null);
  }

  private static String decode(byte[] all) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(all)).toString();
    } catch (CharacterCodingException e) {
      throw new BadPayloadException("a command that is no UTF-8", e);
    }
  }
}
