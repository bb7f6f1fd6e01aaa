package io.github.kalshi4j.simulator.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebSocket as bytes, so that what no client would send can be sent. */
final class RawSocket implements AutoCloseable {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;
  static final int FIN = 0x80;
  static final String PATH = "/trade-api/ws/v2";
  static final String UPGRADE =
      """
      Host: 127.0.0.1\r
      Upgrade: websocket\r
      Connection: Upgrade\r
      Sec-WebSocket-Version: 13\r
      Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
      """;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final byte[] MASK = {1, 2, 3, 4};

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final Inflater inflater = new Inflater(true); // of all frames that were compressed
  private String answer = "";

  private RawSocket(Socket socket) throws IOException {
    this.socket = socket;
    in = new DataInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /** Opens a stream with these lines of a signature. */
  static RawSocket open(RawHttp http, String signature) throws IOException {
    RawSocket opened = new RawSocket(http.open());
    opened.write(
        ("GET " + PATH + " HTTP/1.1\r\n" + UPGRADE + signature + "\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    opened.answer = opened.head();
    if (!opened.answer.startsWith("HTTP/1.1 101 ")) {
      throw new AssertionError(opened.answer);
    }
    return opened;
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  /** Returns the head of the answer with which it was opened. */
  String answer() {
    return answer;
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  void send(String text) throws IOException {
    frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a masked frame whose first byte is this. */
  void frame(int first, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(header(first, 0x80, payload.length));
    frame.writeBytes(MASK);
    byte[] masked = payload.clone();
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= MASK[i % 4];
    }
    frame.writeBytes(masked);
    write(frame.toByteArray());
  }

  /** Returns the first bytes of a frame that says it has so much payload. */
  static byte[] header(int first, int mask, long length) {
    ByteBuffer header = ByteBuffer.allocate(10).put((byte) first);
    if (length < 126) {
      header.put((byte) (mask | length));
    } else if (length < 65_536) {
      header.put((byte) (mask | 126)).putShort((short) length);
    } else {
      header.put((byte) (mask | 127)).putLong(length);
    }
    byte[] bytes = new byte[header.position()];
    header.flip().get(bytes);
    return bytes;
  }

  /** Returns the next frame of text, compressed or not; pings on the way are answered. */
  JsonNode next() throws IOException {
    while (true) {
      int first = in.readUnsignedByte();
      int opcode = first & 0xf;
      byte[] payload = payload();
      if (opcode == TEXT) {
        return JSON.readTree((first & 0x40) == 0 ? payload : inflated(payload));
      }
      if (opcode == PING) {
        frame(FIN | PONG, payload);
      }
      if (opcode == CLOSE) {
        throw new EOFException("closed with " + (payload.length < 2 ? 0 : status(payload)));
      }
    }
  }

  private byte[] inflated(byte[] payload) throws IOException {
    byte[] end = {0, 0, (byte) 0xff, (byte) 0xff}; // which every one has, and none carries
    inflater.setInput(joined(List.of(payload, end)));
    byte[] room = new byte[1 << 16];
    try {
      return Arrays.copyOf(room, inflater.inflate(room));
    } catch (DataFormatException e) {
      throw new IOException(e);
    }
  }

  private byte[] payload() throws IOException {
    int length = in.readUnsignedByte();
    long full = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
    return in.readNBytes((int) full);
  }

  private static int status(byte[] payload) {
    return ByteBuffer.wrap(payload).getShort() & 0xffff;
  }

  /**
   * Reads to the end; returns the status of the close frame: 1006 if none came, 0 if no end did.
   */
  int status() throws IOException {
    try {
      while (true) {
        int opcode = in.readUnsignedByte() & 0xf;
        byte[] payload = payload();
        if (opcode == CLOSE) {
          return payload.length < 2 ? 1005 : status(payload);
        }
      }
    } catch (SocketTimeoutException e) {
      return 0; // still open
    } catch (EOFException | SocketException e) {
      return 1006;
    }
  }

  /** Breaks off with a reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Returns these bytes after one another. */
  static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    socket.close();
  }
}
