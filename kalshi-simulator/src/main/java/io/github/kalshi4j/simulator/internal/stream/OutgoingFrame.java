package io.github.kalshi4j.simulator.internal.stream;

import org.jspecify.annotations.Nullable;

/**
 * A frame to one connection.
 *
 * @param type its {@code type}
 * @param id that of the command it answers; 0 for none
 * @param sid the subscription's number; 0 for none
 * @param seq its number in the subscription; 0 for none
 * @param body the JSON text of {@code msg}; null for none
 * @param kind why it is sent
 */
public record OutgoingFrame(
    String type, long id, int sid, long seq, @Nullable String body, Kind kind) {
  /** Why a frame is sent. */
  public enum Kind {
    /** An answer to a command, or an error. */
    REPLY,
    /** What a command asked to see. */
    SNAPSHOT,
    /** What has happened. */
    LIVE
  }

  private static final int ENVELOPE = 64;

  /** Returns an answer that concerns no subscription that has a number already. */
  static OutgoingFrame reply(String type, long id, String body) {
    return new OutgoingFrame(type, id, 0, 0, body, Kind.REPLY);
  }

  static OutgoingFrame error(long id, StreamFault fault) {
    return reply("error", id, fault.body());
  }

  /** Returns about how many characters it has. */
  int length() {
    return ENVELOPE + (body == null ? 0 : body.length());
  }

  /** Returns what goes over the wire. */
  public String text() {
    StringBuilder text = new StringBuilder(length() + ENVELOPE);
    text.append("{\"type\":\"").append(type).append('"');
    if (id != 0) {
      text.append(",\"id\":").append(id);
    }
    if (sid != 0) {
      text.append(",\"sid\":").append(sid);
    }
    if (seq != 0) {
      text.append(",\"seq\":").append(seq);
    }
    if (body != null) {
      text.append(",\"msg\":").append(body);
    }
    return text.append("}\n").toString();
  }
}
