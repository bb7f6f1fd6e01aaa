package io.github.kalshi4j.client.stream;

import org.jspecify.annotations.Nullable;

/** The answers to commands. */
final class ReplyBodies {
  private ReplyBodies() {}

  static final class SubscribedBody extends MessageBody {
    private @Nullable String channel;
    private int subscription;

    @Override
    void clear() {
      channel = null;
      subscription = 0;
    }

    @Override
    boolean read(String field, ValueReader in) {
      switch (field) {
        case "channel" -> channel = in.text();
        case "sid" -> subscription = in.number();
        default -> {
          return false;
        }
      }
      return true;
    }

    @Override
    StreamEvent toEvent(Envelope envelope) {
      if (subscription == 0) {
        throw new MissingFieldException("sid");
      }
      return new Subscribed(envelope.command, require(channel, "channel"), subscription);
    }
  }

  static final class OkBody extends MessageBody {
    @Override
    void clear() {}

    @Override
    boolean read(String field, ValueReader in) {
      switch (field) {
        case "market_tickers", "market_ids", "index_ids", "underlying_tickers" -> in.skip();
        default -> {
          return false;
        }
      }
      return true;
    }

    @Override
    StreamEvent toEvent(Envelope envelope) {
      return new Acknowledged(envelope.command, envelope.subscription, envelope.sequence);
    }
  }

  static final class UnsubscribedBody extends MessageBody {
    @Override
    void clear() {}

    @Override
    boolean read(String field, ValueReader in) {
      return false;
    }

    @Override
    StreamEvent toEvent(Envelope envelope) {
      return new Unsubscribed(envelope.command, envelope.requireSubscription(), envelope.sequence);
    }
  }

  static final class ErrorBody extends MessageBody {
    private long code;
    private String message = "";

    @Override
    void clear() {
      code = ABSENT;
      message = "";
    }

    @Override
    boolean read(String field, ValueReader in) {
      switch (field) {
        case "code" -> code = in.number();
        case "msg" -> message = in.text();
        case "market_ticker", "market_tickers" -> in.skip();
        default -> {
          return false;
        }
      }
      return true;
    }

    @Override
    StreamEvent toEvent(Envelope envelope) {
      return new StreamError(
          envelope.command,
          envelope.subscription,
          envelope.sequence,
          (int) require(code, "code"),
          message);
    }
  }
}
