package io.github.kalshi4j.simulator.fault;

import io.github.kalshi4j.client.value.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A fault of the stream. It strikes what channels send, their first snapshots included; answers to
 * commands and pings always come. Where several fit a frame, they are asked in the order in which
 * they were added, up to the first that drops it or ends the connection. Each connection has random
 * numbers of its own; what is counted are the frames of all.
 *
 * @param type the frame's, such as {@code orderbook_delta}; null for any
 * @param member whose connection it is; null for anybody's
 * @param seed decides which are struck, and how long delays are
 */
public record FrameFault(
    FrameEffect effect, @Nullable String type, @Nullable UserId member, Dose dose, long seed)
    implements Fault {
  /** Returns a fault of all frames, until it is removed. */
  public static FrameFault of(FrameEffect effect) {
    return new FrameFault(effect, null, null, Dose.ALL, 1);
  }

  /** Returns a copy that strikes frames of one type only. */
  public FrameFault on(String frames) {
    return new FrameFault(effect, frames, member, dose, seed);
  }

  /** Returns a copy that strikes this member's connections only. */
  public FrameFault of(UserId user) {
    return new FrameFault(effect, type, user, dose, seed);
  }

  /** Returns a copy that is over after so many. */
  public FrameFault next(long most) {
    return new FrameFault(effect, type, member, new Dose(dose.share(), most), seed);
  }

  /** Returns a copy that strikes each with this chance, above 0 and up to 1. */
  public FrameFault withShare(double share) {
    return new FrameFault(effect, type, member, new Dose(share, dose.most()), seed);
  }

  /** Returns a copy with another seed. */
  public FrameFault withSeed(long value) {
    return new FrameFault(effect, type, member, dose, value);
  }

  /** Returns whether it may strike a frame. */
  public boolean fits(String frame, @Nullable UserId user) {
    return (type == null || type.equals(frame)) && (member == null || member.equals(user));
  }
}
