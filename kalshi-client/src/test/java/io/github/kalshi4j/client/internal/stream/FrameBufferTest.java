package io.github.kalshi4j.client.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How the pieces of a frame become its bytes. */
final class FrameBufferTest {
  private static byte[] bytes(FrameBuffer buffer) {
    return Arrays.copyOf(buffer.bytes(), buffer.length());
  }

  @Property
  void joinsAnyTextHoweverItIsCut(
      @ForAll String text, @ForAll @Size(max = 5) List<@IntRange(max = 40) Integer> cuts) {
    String well = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    FrameBuffer buffer = new FrameBuffer(1 << 20);
    int from = 0;
    for (int i : cuts) {
      int to = Math.min(from + i, well.length());
      assertThat(buffer.append(well.substring(from, to))).isTrue();
      from = to;
    }
    CharBuffer rest = CharBuffer.wrap(well.toCharArray(), from, well.length() - from);
    assertThat(buffer.append(rest)).isTrue();

    assertThat(bytes(buffer)).isEqualTo(well.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void takesAFrameUpToItsLimitInBytes() {
    FrameBuffer buffer = new FrameBuffer(10);
    assertThat(buffer.append("0123456789")).isTrue();
    assertThat(buffer.append("0")).isFalse();
    buffer.clear();
    assertThat(buffer.append("ÄÄÄÄÄ")).isTrue();
    buffer.clear();
    assertThat(buffer.append("ÄÄÄÄÄ0")).isFalse();
    buffer.clear();
    assertThat(buffer.append("x")).isTrue();
    assertThat(bytes(buffer)).isEqualTo(new byte[] {'x'});
  }

  @Test
  void growsWithAFrameAndLetsALongOneGo() {
    FrameBuffer buffer = new FrameBuffer(32 << 20);
    String piece = "€".repeat(16_000);
    for (int i = 0; i < 600; i++) {
      assertThat(buffer.append(piece)).isTrue();
    }
    assertThat(buffer.length()).isEqualTo(600 * 48_000);

    buffer.clear();

    assertThat(buffer.bytes().length).isLessThan(1 << 20);
    buffer.append("again");
    assertThat(bytes(buffer)).isEqualTo("again".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void keepsHalfACharacterAsWhatIsNoUtf8() {
    FrameBuffer buffer = new FrameBuffer(100);
    buffer.append("\ud834");
    buffer.append("x\udd1e");

    assertThat(bytes(buffer)).isEqualTo(new byte[] {-19, -96, -76, 'x', -19, -76, -98});
  }

  @Test
  void forgetsHalfACharacterWithItsFrame() {
    FrameBuffer buffer = new FrameBuffer(100);
    buffer.append("\ud834");
    buffer.clear();
    buffer.append("\udd1e");

    assertThat(buffer.length()).isEqualTo(3);
  }
}
