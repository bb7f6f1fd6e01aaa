package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.fault.Dose;
import io.github.kalshi4j.simulator.fault.Fault;
import io.github.kalshi4j.simulator.fault.FrameEffect;
import io.github.kalshi4j.simulator.fault.FrameFault;
import io.github.kalshi4j.simulator.fault.RequestEffect;
import io.github.kalshi4j.simulator.fault.RequestFault;
import io.github.kalshi4j.simulator.fault.Requests;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Faults as JSON. */
final class FaultForm {
  private FaultForm() {}

  /** Reads a fault. */
  static Fault read(Fields fields) {
    try {
      return fault(fields);
    } catch (IllegalArgumentException e) {
      throw ApiException.unreadable("invalid_parameters", Objects.toString(e.getMessage()));
    }
  }

  private static Fault fault(Fields fields) {
    String effect = fields.needText("effect");
    return switch (effect) {
      case "request_lost" -> request(fields, RequestEffect.REQUEST_LOST);
      case "answer_lost" -> request(fields, RequestEffect.ANSWER_LOST);
      case "answer_delayed" ->
          request(fields, new RequestEffect.AnswerDelayed(least(fields), most(fields)));
      case "refused" -> request(fields, new RequestEffect.Refused(status(fields)));
      case "frame_delayed" -> frame(fields, new FrameEffect.Delayed(least(fields), most(fields)));
      case "frame_dropped" -> frame(fields, FrameEffect.DROPPED);
      case "frame_duplicated" -> frame(fields, FrameEffect.DUPLICATED);
      case "frame_overtaken" ->
          frame(fields, new FrameEffect.Overtaken(Objects.requireNonNullElse(by(fields), 1)));
      case "sequence_skipped" ->
          frame(fields, new FrameEffect.SequenceSkipped(Objects.requireNonNullElse(by(fields), 1)));
      case "disconnected" ->
          frame(fields, new FrameEffect.Disconnected(fields.integer("code", 1000, 4999)));
      case "silenced" -> frame(fields, FrameEffect.SILENCED);
      case "clock_skewed" -> new Fault.ClockSkew(Duration.ofMillis(fields.needNumber("ahead_ms")));
      case "reads_stale" -> new Fault.StaleReads(Duration.ofMillis(fields.needNumber("lag_ms")));
      default -> throw new IllegalArgumentException("there is no effect " + effect);
    };
  }

  private static RequestFault request(Fields fields, RequestEffect effect) {
    return new RequestFault(
        effect,
        new Requests(fields.text("method"), fields.text("path"), member(fields)),
        dose(fields),
        seed(fields));
  }

  private static FrameFault frame(Fields fields, FrameEffect effect) {
    return new FrameFault(effect, fields.text("type"), member(fields), dose(fields), seed(fields));
  }

  private static @Nullable UserId member(Fields fields) {
    return fields.parsed("member", "invalid_parameters", UserId::of);
  }

  private static Dose dose(Fields fields) {
    return new Dose(
        Objects.requireNonNullElse(fields.fraction("share"), 1.0),
        Objects.requireNonNullElse(fields.number("most"), Long.MAX_VALUE));
  }

  private static long seed(Fields fields) {
    return Objects.requireNonNullElse(fields.number("seed"), 1L);
  }

  private static Duration least(Fields fields) {
    return Duration.ofMillis(fields.needNumber("least_ms"));
  }

  private static Duration most(Fields fields) {
    Long most = fields.number("most_ms");
    return most == null ? least(fields) : Duration.ofMillis(most);
  }

  private static @Nullable Integer by(Fields fields) {
    return fields.integer("by", 1, 1_000_000);
  }

  private static int status(Fields fields) {
    fields.needNumber("status");
    return Objects.requireNonNull(fields.integer("status", 0, 999));
  }

  /** Writes a fault as it is read. */
  static ObjectNode write(Fault fault) {
    ObjectNode node = Json.object();
    switch (fault) {
      case RequestFault request -> {
        effect(node, request.effect());
        text(node, "method", request.requests().method());
        text(node, "path", request.requests().path());
        common(node, request.requests().member(), request.dose(), request.seed());
      }
      case FrameFault frame -> {
        effect(node, frame.effect());
        text(node, "type", frame.type());
        common(node, frame.member(), frame.dose(), frame.seed());
      }
      case Fault.ClockSkew(Duration ahead) ->
          node.put("effect", "clock_skewed").put("ahead_ms", ahead.toMillis());
      case Fault.StaleReads(Duration lag) ->
          node.put("effect", "reads_stale").put("lag_ms", lag.toMillis());
    }
    return node;
  }

  private static void effect(ObjectNode node, RequestEffect effect) {
    switch (effect) {
      case RequestEffect.RequestLost lost -> node.put("effect", "request_lost");
      case RequestEffect.AnswerLost lost -> node.put("effect", "answer_lost");
      case RequestEffect.AnswerDelayed(Duration least, Duration most) ->
          delay(node.put("effect", "answer_delayed"), least, most);
      case RequestEffect.Refused(int status) -> node.put("effect", "refused").put("status", status);
    }
  }

  private static void effect(ObjectNode node, FrameEffect effect) {
    switch (effect) {
      case FrameEffect.Delayed(Duration least, Duration most) ->
          delay(node.put("effect", "frame_delayed"), least, most);
      case FrameEffect.Dropped dropped -> node.put("effect", "frame_dropped");
      case FrameEffect.Duplicated duplicated -> node.put("effect", "frame_duplicated");
      case FrameEffect.Overtaken(int frames) ->
          node.put("effect", "frame_overtaken").put("by", frames);
      case FrameEffect.SequenceSkipped(int numbers) ->
          node.put("effect", "sequence_skipped").put("by", numbers);
      case FrameEffect.Disconnected(Integer code) -> {
        node.put("effect", "disconnected");
        if (code != null) {
          node.put("code", code);
        }
      }
      case FrameEffect.Silenced silenced -> node.put("effect", "silenced");
    }
  }

  private static void delay(ObjectNode node, Duration least, Duration most) {
    node.put("least_ms", least.toMillis()).put("most_ms", most.toMillis());
  }

  private static void common(ObjectNode node, @Nullable UserId member, Dose dose, long seed) {
    text(node, "member", member == null ? null : member.value());
    node.put("share", dose.share());
    if (dose.most() != Long.MAX_VALUE) {
      node.put("most", dose.most());
    }
    node.put("seed", seed);
  }

  private static void text(ObjectNode node, String field, @Nullable String value) {
    if (value != null) {
      node.put(field, value);
    }
  }
}
