package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.IndexId;
import io.github.kalshi4j.client.value.MarketId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.UnderlyingTicker;
import java.util.ArrayList;
import java.util.List;
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
    private List<MarketTicker> markets = List.of();
    private List<MarketId> marketIds = List.of();
    private List<IndexId> indices = List.of();
    private List<UnderlyingTicker> underlyings = List.of();
    private @Nullable List<SubscriptionList.Entry> entries;

    @Override
    void clear() {
      markets = List.of();
      marketIds = List.of();
      indices = List.of();
      underlyings = List.of();
      entries = null;
    }

    /** Reads the {@code msg} that answers {@code list_subscriptions}. */
    void readEntries(ValueReader in) {
      entries = in.subscriptions();
    }

    @Override
    boolean read(String field, ValueReader in) {
      switch (field) {
        case "market_tickers" -> markets = in.list(ValueReader::ticker);
        case "market_ids" -> marketIds = in.list(item -> MarketId.of(item.text()));
        case "index_ids" -> indices = in.list(item -> IndexId.of(item.text()));
        case "underlying_tickers" ->
            underlyings = in.list(item -> UnderlyingTicker.of(item.text()));
        default -> {
          return false;
        }
      }
      return true;
    }

    @Override
    StreamEvent toEvent(Envelope envelope) {
      return entries != null
          ? new SubscriptionList(envelope.command, entries)
          : new Acknowledged(
              envelope.command,
              envelope.subscription,
              envelope.sequence,
              markets,
              marketIds,
              indices,
              underlyings);
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
    private @Nullable MarketTicker market;
    private List<MarketTicker> markets = List.of();

    @Override
    void clear() {
      code = ABSENT;
      message = "";
      market = null;
      markets = List.of();
    }

    @Override
    boolean read(String field, ValueReader in) {
      switch (field) {
        case "code" -> code = in.number();
        case "msg" -> message = in.text();
        case "market_ticker" -> market = in.isEmpty() ? null : in.ticker();
        case "market_tickers" -> markets = in.list(ValueReader::ticker);
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
          message,
          all());
    }

    private List<MarketTicker> all() {
      if (market == null || markets.contains(market)) {
        return markets;
      }
      List<MarketTicker> all = new ArrayList<>(markets);
      all.addFirst(market);
      return all;
    }
  }
}
