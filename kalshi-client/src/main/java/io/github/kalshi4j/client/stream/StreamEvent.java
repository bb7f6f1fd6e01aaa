package io.github.kalshi4j.client.stream;

/** One message from the exchange. Prices are YES prices, but for what a quote bids for NO. */
public sealed interface StreamEvent
    permits BookEvent,
        Ticker,
        PublicTrade,
        FillEvent,
        MarketLifecycle,
        UserOrder,
        MarketPositionEvent,
        OrderGroupUpdate,
        EventLifecycle,
        EventFeeUpdate,
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
        Unrecognized {}
