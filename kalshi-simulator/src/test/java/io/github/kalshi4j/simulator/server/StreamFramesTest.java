package io.github.kalshi4j.simulator.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.simulator.access.StreamPolicies;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of frames as frames: too large, no text, in pieces, compressed. */
class StreamFramesTest extends ServerTest {
  private static final int LARGEST = 2_000;
  private static final int COMPRESSED = RawSocket.FIN | 0x40 | RawSocket.TEXT;
  private static final String DEFLATE =
      "Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover\r\n";
  private static final String LIST = "{\"id\":7,\"cmd\":\"list_subscriptions\"}";

  @Override
  SimulatedExchangeConfig configure(SimulatedExchangeConfig usual) {
    return usual.withStream(StreamPolicies.DEFAULT.withLargestCommand(LARGEST));
  }

  private RawSocket open(String moreHeaders) throws IOException {
    return RawSocket.open(
        new RawHttp(exchange.baseUrl().getPort()),
        ExchangeUnderAttack.streamSignature(annsKey, time.now()) + moreHeaders);
  }

  private RawSocket open() throws IOException {
    return open("");
  }

  /** Returns a command with blanks behind it, which JSON allows. */
  private static byte[] padded(int length) {
    byte[] command = new byte[length];
    Arrays.fill(command, (byte) ' ');
    byte[] list = LIST.getBytes(UTF_8);
    System.arraycopy(list, 0, command, 0, list.length);
    return command;
  }

  @Test
  void aCommandOfTheLargestSizeIsTaken() throws IOException {
    try (RawSocket socket = open()) {
      socket.frame(RawSocket.FIN | RawSocket.TEXT, padded(LARGEST));
      assertThat(socket.next().get("id").intValue()).isEqualTo(7);
    }
  }

  @Test
  void aLargerFrameEndsTheConnectionWith1009() throws IOException {
    try (RawSocket socket = open();
        RawSocket other = open()) {
      socket.frame(RawSocket.FIN | RawSocket.TEXT, padded(LARGEST + 1));
      assertThat(socket.status()).isEqualTo(1009);
      other.send(LIST);
      assertThat(other.next().get("id").intValue()).as("the other connection").isEqualTo(7);
    }
  }

  @Test
  void soDoPiecesThatAreTooLargeTogether() throws IOException {
    try (RawSocket socket = open()) {
      socket.frame(RawSocket.TEXT, padded(LARGEST - 1));
      socket.frame(RawSocket.FIN, new byte[] {' ', ' '});
      assertThat(socket.status()).isEqualTo(1009);
    }
  }

  @Test
  void textThatIsNoUtf8EndsTheConnectionWith1007() throws IOException {
    List<byte[]> wrong =
        List.of(
            new byte[] {(byte) 0xff, (byte) 0xfe},
            new byte[] {'"', (byte) 0xc3, '"'}, // half a letter
            new byte[] {(byte) 0xc0, (byte) 0x80}, // longer than it need be
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}); // half a pair
    for (byte[] each : wrong) {
      try (RawSocket socket = open()) {
        socket.frame(RawSocket.FIN | RawSocket.TEXT, each);
        assertThat(socket.status()).as(Arrays.toString(each)).isEqualTo(1007);
      }
    }
  }

  @Test
  void aCommandMayBeCutWithinALetter() throws IOException {
    try (RawSocket socket = open()) {
      byte[] command =
          "{\"id\":3,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"\u00fc\u20ac\"]}}"
              .getBytes(UTF_8);
      for (int i = 0; i < command.length; i++) {
        int opcode = i == 0 ? RawSocket.TEXT : RawSocket.CONTINUATION;
        int end = i == command.length - 1 ? RawSocket.FIN : 0;
        socket.frame(end | opcode, new byte[] {command[i]});
      }
      JsonNode answer = socket.next();
      assertThat(answer.get("id").intValue()).isEqualTo(3);
      assertThat(answer.get("msg").get("code").intValue()).isEqualTo(8);
    }
  }

  @Test
  void whoOffersCompressionGetsIt() throws IOException {
    try (RawSocket socket = open(DEFLATE)) {
      assertThat(socket.answer()).contains("permessage-deflate");
      for (int i = 0; i < 3; i++) { // what was said before makes the next frames shorter
        socket.frame(COMPRESSED, deflated(LIST.getBytes(UTF_8)));
        assertThat(socket.next().get("id").intValue()).isEqualTo(7);
      }
      socket.send(LIST); // may be sent as it is all the same
      assertThat(socket.next().get("id").intValue()).isEqualTo(7);
    }
  }

  @Test
  void whoOffersNoneGetsNone() throws IOException {
    try (RawSocket socket = open()) {
      assertThat(socket.answer()).doesNotContain("permessage-deflate");
      socket.frame(COMPRESSED, deflated(LIST.getBytes(UTF_8)));
      assertThat(socket.status()).isEqualTo(1002);
    }
  }

  @Test
  void aSmallFrameThatInflatesBeyondTheLimitEndsTheConnectionWith1009() throws IOException {
    byte[] bomb = deflated(padded(1 << 20));
    assertThat(bomb).hasSizeLessThan(LARGEST);
    try (RawSocket socket = open(DEFLATE)) {
      socket.frame(COMPRESSED, bomb);
      assertThat(socket.status()).isEqualTo(1009);
    }
  }

  @Test
  void whatIsNotCompressedThoughItSaysSoEndsTheConnection() throws IOException {
    try (RawSocket socket = open(DEFLATE)) {
      socket.frame(COMPRESSED, LIST.getBytes(UTF_8));
      assertThat(socket.status()).isIn(1002, 1007);
    }
  }

  /** Returns the content of a compressed frame that stands alone. */
  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(bytes);
    byte[] room = new byte[bytes.length + 100];
    int length = deflater.deflate(room, 0, room.length, Deflater.SYNC_FLUSH);
    deflater.end();
    return Arrays.copyOf(room, length - 4); // without the mark that every one would end with
  }
}
