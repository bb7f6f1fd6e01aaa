package io.github.kalshi4j.client.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodecTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, 1 << 20})
  void readsWhatItWrites(int length) throws IOException {
    byte[] payload = new byte[length];
    Arrays.fill(payload, (byte) 0xA5);

    FrameCodec.Frame frame = read(FrameCodec.encode(false, FrameCodec.BINARY, payload));

    assertThat(frame.last()).isFalse();
    assertThat(frame.opcode()).isEqualTo(FrameCodec.BINARY);
    assertThat(frame.masked()).isFalse();
    assertThat(frame.payload()).isEqualTo(payload);
  }

  @Test
  void unmasksTheExampleOfTheRfc() throws IOException {
    byte[] hello = {
      (byte) 0x81, (byte) 0x85, 0x37, (byte) 0xFA, 0x21, 0x3D, 0x7F, (byte) 0x9F, 0x4D, 0x51, 0x58
    };

    FrameCodec.Frame frame = read(hello);

    assertThat(frame.text()).isEqualTo("Hello");
    assertThat(frame.masked()).isTrue();
    assertThat(frame.last()).isTrue();
  }

  @Test
  void readsCloseCodes() throws IOException {
    assertThat(read(FrameCodec.close(1012, "restart")).closeCode()).isEqualTo(1012);
    assertThat(read(FrameCodec.close(1005, "")).closeCode()).isEqualTo(1005);
    assertThat(read(FrameCodec.close(1005, "")).payload()).isEmpty();
  }

  @Test
  void refusesFramesThatEndEarlyOrAreTooLarge() {
    byte[] huge = {(byte) 0x82, 127, 0x7F, 0, 0, 0, 0, 0, 0, 0};
    byte[] negative = {(byte) 0x82, 127, (byte) 0xFF, 0, 0, 0, 0, 0, 0, 0};

    assertThatThrownBy(() -> read(new byte[] {(byte) 0x82, 5, 1})).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> read(huge)).hasMessageContaining("a frame of");
    assertThatThrownBy(() -> read(negative)).hasMessageContaining("a frame of");
  }

  private static FrameCodec.Frame read(byte[] bytes) throws IOException {
    return FrameCodec.read(new ByteArrayInputStream(bytes));
  }
}
