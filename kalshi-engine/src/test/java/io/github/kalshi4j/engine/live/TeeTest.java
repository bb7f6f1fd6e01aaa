package io.github.kalshi4j.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.stream.FrameListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TeeTest {
  private final HeardFrames first = new HeardFrames();
  private final HeardFrames second = new HeardFrames();
  private final Tee tee = new Tee(first, second);

  @Test
  void bothHearTheSame() {
    HeardFrames.play(tee);

    assertThat(first.heard()).containsExactly("1 connected", "2 {}", "3 disconnected: reset");
    assertThat(second.heard()).isEqualTo(first.heard());
  }

  @Test
  void theFirstHearsNoMoreOnceItHasHeardEnough() {
    tee.onConnected(1);
    tee.endFirst();
    HeardFrames.play(tee);

    assertThat(first.heard()).containsExactly("1 connected");
    assertThat(second.heard())
        .containsExactly("1 connected", "1 connected", "2 {}", "3 disconnected: reset");
  }

  /** So that nothing is decided by a frame before it is on the tape. */
  @Test
  void theFirstHearsAFrameBeforeTheSecond() {
    List<String> order = new ArrayList<>();
    FrameListener recorder = (nanos, buffer, offset, length) -> order.add("recorder");
    FrameListener engine = (nanos, buffer, offset, length) -> order.add("engine");

    new Tee(recorder, engine).onFrame(1, new byte[2], 0, 2);

    assertThat(order).containsExactly("recorder", "engine");
  }
}
