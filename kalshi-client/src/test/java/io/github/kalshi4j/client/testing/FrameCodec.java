package io.github.kalshi4j.client.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads and writes the frames of RFC 6455, section 5, by hand, so that wrong ones can be made. */
final class FrameCodec {
  static final int CONTINUATION = 0x0;
  static final int TEXT = 0x1;
  static final int BINARY = 0x2;
  static final int CLOSE = 0x8;
  static final int PING = 0x9;
  static final int PONG = 0xA;

  private static final long LARGEST = 16 << 20;

  private FrameCodec() {}

  /** One frame, its payload unmasked; {@code masked} says whether it came masked. */
  record Frame(boolean last, int opcode, boolean masked, byte[] payload) {
    String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }

    /** Returns the code of a close frame, 1005 if it carries none. */
    int closeCode() {
      return payload.length < 2 ? 1005 : (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
    }
  }

  /**
   * Reads the next frame.
   *
   * @throws EOFException if the stream ends before it does
   */
  static Frame read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    long length = second & 0x7F;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    if (length < 0 || length > LARGEST) {
      throw new IOException("a frame of " + length + " bytes");
    }
    boolean masked = (second & 0x80) != 0;
    byte[] mask = new byte[4];
    if (masked) {
      in.readFully(mask);
    }
    byte[] payload = new byte[(int) length];
    in.readFully(payload);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i & 3];
    }
    return new Frame((first & 0x80) != 0, first & 0x0F, masked, payload);
  }

  /** Returns a frame as servers send it, not masked. */
  static byte[] encode(boolean last, int opcode, byte[] payload) {
    ByteArrayOutputStream frame = head((last ? 0x80 : 0) | opcode, 0, payload.length);
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  /** Returns a whole frame as clients send it, masked with zeros. */
  static byte[] encodeMasked(int opcode, byte[] payload) {
    ByteArrayOutputStream frame = head(0x80 | opcode, 0x80, payload.length);
    write(frame, 0, 4);
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  private static ByteArrayOutputStream head(int first, int mask, int length) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(length + 14);
    frame.write(first);
    if (length < 126) {
      frame.write(mask | length);
    } else if (length < 1 << 16) {
      frame.write(mask | 126);
      write(frame, length, 2);
    } else {
      frame.write(mask | 127);
      write(frame, length, 8);
    }
    return frame;
  }

  /** Returns a close frame; code 1005 stands for one without a code. */
  static byte[] close(int code, String reason) {
    if (code == 1005) {
      return encode(true, CLOSE, new byte[0]);
    }
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    write(payload, code, 2);
    payload.writeBytes(reason.getBytes(StandardCharsets.UTF_8));
    return encode(true, CLOSE, payload.toByteArray());
  }

  private static void write(ByteArrayOutputStream out, long value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
  }
}
