package io.github.kalshi4j.client.stream;

/** One message from the exchange. Prices are YES prices, but for what a quote bids for NO. */
public sealed interface StreamEvent
    permits BookEvent,
        Ticker,
        PublicTrade,
        FillEvent,
        LifecycleEvent,
        UserOrder,
        MarketPositionEvent,
        OrderGroupUpdate,
        CommunicationsEvent,
        IndexValue,
        FastIndexValue,
        IndexList,
        PythValue,
        UnderlyingList,
        Subscribed,
        Acknowledged,
        SubscriptionList,
        Unsubscribed,
        StreamError,
        Unrecognized {
  /** Returns the subscription it came on, the exchange's {@code sid}; 0 if not said. */
  default int subscription() {
    return 0;
  }

  /** Returns its place in the subscription, whatever market it is about; 0 if it has none. */
  default long sequence() {
    return 0;
  }
}
