package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.simulator.fault.FrameEffect;
import io.github.kalshi4j.simulator.internal.fault.FrameDraws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Lets the frames of one connection go wrong as the faults say. */
public final class FaultyFrames implements FrameFate {
  /** A frame that waits for others to overtake it. */
  private static final class Held {
    private final String text;
    private int left;

    Held(String text, int left) {
      this.text = text;
      this.left = left;
    }
  }

  private final FrameDraws draws;
  private final Map<Integer, Long> skipped = new HashMap<>(); // numbers, by subscription
  private final List<Held> held = new ArrayList<>();

  public FaultyFrames(FrameDraws draws) {
    this.draws = draws;
  }

  @Override
  public List<Departure> of(OutgoingFrame frame) {
    if (frame.kind() == OutgoingFrame.Kind.REPLY) {
      return List.of(new Departure.Send(numbered(frame).text()));
    }
    List<FrameEffect> effects = draws.of(frame.type());
    if (effects.isEmpty() && held.isEmpty() && skipped.isEmpty()) {
      return List.of(new Departure.Send(frame.text()));
    }
    List<Departure> departures = new ArrayList<>();
    int copies = 1;
    int overtaking = 0;
    for (FrameEffect effect : effects) {
      switch (effect) {
        case FrameEffect.Delayed(Duration time, Duration same) ->
            departures.add(new Departure.Wait(time));
        case FrameEffect.Dropped dropped -> copies = 0;
        case FrameEffect.Duplicated duplicated -> copies++;
        case FrameEffect.Overtaken(int frames) -> overtaking = Math.max(overtaking, frames);
        case FrameEffect.SequenceSkipped(int numbers) -> {
          if (frame.seq() != 0) {
            skipped.merge(frame.sid(), (long) numbers, Long::sum);
          }
        }
        case FrameEffect.Disconnected(Integer code) -> {
          departures.add(code == null ? new Departure.Disconnect() : new Departure.Close(code));
          return departures;
        }
        case FrameEffect.Silenced silenced -> {
          departures.add(new Departure.FallSilent());
          return departures;
        }
      }
    }
    String text = numbered(frame).text();
    for (int i = 0; i < copies && overtaking == 0; i++) {
      departures.add(new Departure.Send(text));
    }
    overtaken(departures);
    for (int i = 0; i < copies && overtaking > 0; i++) {
      held.add(new Held(text, overtaking));
    }
    return departures;
  }

  private OutgoingFrame numbered(OutgoingFrame frame) {
    Long more = frame.seq() == 0 ? null : skipped.get(frame.sid());
    return more == null ? frame : frame.withSeq(frame.seq() + more);
  }

  /** Lets those follow that have been overtaken often enough. */
  private void overtaken(List<Departure> departures) {
    for (Iterator<Held> each = held.iterator(); each.hasNext(); ) {
      Held frame = each.next();
      frame.left--;
      if (frame.left == 0) {
        departures.add(new Departure.Send(frame.text));
        each.remove();
      }
    }
  }
}
