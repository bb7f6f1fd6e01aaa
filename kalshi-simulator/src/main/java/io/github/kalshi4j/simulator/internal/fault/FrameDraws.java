package io.github.kalshi4j.simulator.internal.fault;

import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.fault.FrameEffect;
import io.github.kalshi4j.simulator.fault.FrameFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Decides about the frames of one connection. To be asked by one thread. */
public final class FrameDraws {
  private final FaultDesk desk;
  private final @Nullable UserId user;
  private final long connection;
  private final Map<Draw, RandomGenerator> randoms = new WeakHashMap<>();

  FrameDraws(FaultDesk desk, @Nullable UserId user, long connection) {
    this.desk = desk;
    this.user = user;
    this.connection = connection;
  }

  /**
   * Returns what strikes a frame, in order. A delay among them is of one length; what drops the
   * frame or ends the connection is the last.
   */
  public List<FrameEffect> of(String type) {
    if (desk.isQuiet()) {
      return List.of();
    }
    return desk.locked(() -> {
      List<FrameEffect> effects = new ArrayList<>();
      for (Draw draw : desk.draws()) {
        if (draw.fault() instanceof FrameFault fault && fault.fits(type, user)) {
          RandomGenerator random = randoms.computeIfAbsent(draw, key -> key.random(connection));
          if (draw.strikes(random)) {
            effects.add(drawn(fault.effect(), random));
            if (isLast(fault.effect())) {
              break;
            }
          }
        }
      }
      return effects;
    });
  }

  private static FrameEffect drawn(FrameEffect effect, RandomGenerator random) {
    if (effect instanceof FrameEffect.Delayed(Duration least, Duration most)) {
      return FrameEffect.late(Draw.between(random, least, most));
    }
    return effect;
  }

  private static boolean isLast(FrameEffect effect) {
    return switch (effect) {
      case FrameEffect.Dropped dropped -> true;
      case FrameEffect.Disconnected disconnected -> true;
      case FrameEffect.Silenced silenced -> true;
      case FrameEffect.Delayed delayed -> false;
      case FrameEffect.Duplicated duplicated -> false;
      case FrameEffect.Overtaken overtaken -> false;
      case FrameEffect.SequenceSkipped skipped -> false;
    };
  }
}
