package io.github.kalshi4j.client.internal.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.event.ComboEventQuery;
import io.github.kalshi4j.client.event.Event;
import io.github.kalshi4j.client.event.EventCandlesticks;
import io.github.kalshi4j.client.event.EventFeeChange;
import io.github.kalshi4j.client.event.EventFeeChangeQuery;
import io.github.kalshi4j.client.event.EventMetadata;
import io.github.kalshi4j.client.event.EventQuery;
import io.github.kalshi4j.client.event.EventsApi;
import io.github.kalshi4j.client.event.EventsPage;
import io.github.kalshi4j.client.event.Forecast;
import io.github.kalshi4j.client.event.ForecastQuery;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import io.github.kalshi4j.client.market.CandlestickQuery;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events and their metadata, candles and fee changes, over REST. */
public final class RestEvents implements EventsApi {
  private static final Operation GET = Operation.open("GET /events/{event_ticker}");
  private static final Operation METADATA = Operation.open("GET /events/{event_ticker}/metadata");
  private static final Operation LIST = Operation.open("GET /events");
  private static final Operation COMBOS = Operation.open("GET /events/multivariate");
  private static final Operation FEE_CHANGES = Operation.open("GET /events/fee_changes");
  private static final Operation CANDLES =
      Operation.open("GET /series/{series_ticker}/events/{ticker}/candlesticks");
  private static final Operation FORECASTS =
      Operation.signed("GET /series/{series_ticker}/events/{ticker}/forecast_percentile_history");

  private final Caller caller;
  private final Shards shards;

  public RestEvents(Caller caller, Shards shards) {
    this.caller = caller;
    this.shards = shards;
  }

  /** Always asks for the markets inside the event: without that they come beside it. */
  @Override
  public Event get(EventTicker ticker) {
    Call call = Call.of(GET, ticker).with("with_nested_markets", true);
    return learned(caller.read(call, EventAnswer.class).event());
  }

  @Override
  public EventMetadata metadata(EventTicker ticker) {
    return caller.read(Call.of(METADATA, ticker), EventMetadata.class);
  }

  @Override
  public Page<Event> list(EventQuery query) {
    EventsPage page = page(Call.of(LIST).with(query));
    return new Page<>(page.events(), page.cursor());
  }

  @Override
  public EventsPage listWithMilestones(EventQuery query) {
    return page(Call.of(LIST).with(query).with("with_milestones", true));
  }

  @Override
  public Stream<Event> all(EventQuery query) {
    return Pages.all(query, this::list, Event::ticker);
  }

  @Override
  public Page<Event> combos(ComboEventQuery query) {
    EventsPage page = page(Call.of(COMBOS).with(query));
    return new Page<>(page.events(), page.cursor());
  }

  @Override
  public Stream<Event> allCombos(ComboEventQuery query) {
    return Pages.all(query, this::combos, Event::ticker);
  }

  @Override
  public Page<EventFeeChange> feeChanges(EventFeeChangeQuery query) {
    FeeChangesAnswer answer = caller.read(Call.of(FEE_CHANGES).with(query), FeeChangesAnswer.class);
    return new Page<>(answer.eventFeeChanges(), answer.cursor());
  }

  @Override
  public Stream<EventFeeChange> allFeeChanges(EventFeeChangeQuery query) {
    return Pages.all(query, this::feeChanges, EventFeeChange::id);
  }

  @Override
  public EventCandlesticks candlesticks(
      SeriesTicker series, EventTicker ticker, CandlestickQuery query) {
    if (query.parameters().stream().anyMatch(p -> p.name().equals("include_latest_before_start"))) {
      throw new IllegalArgumentException(
          "candles of an event cannot begin with the latest before the start: " + query);
    }
    return caller
        .read(Call.of(CANDLES, series, ticker).with(query), EventCandlesBody.class)
        .candles();
  }

  @Override
  public List<Forecast> forecasts(SeriesTicker series, EventTicker ticker, ForecastQuery query) {
    Call call = Call.of(FORECASTS, series, ticker).with(query);
    return List.copyOf(caller.read(call, ForecastsAnswer.class).forecastHistory());
  }

  private EventsPage page(Call call) {
    EventsPage page = caller.read(call, EventsPage.class);
    page.events().forEach(this::learned);
    return page;
  }

  private Event learned(Event event) {
    event.markets().forEach(shards::learned);
    return event;
  }

  @JsonIgnoreProperties("markets")
  record EventAnswer(Event event) {}

  record FeeChangesAnswer(List<EventFeeChange> eventFeeChanges, @Nullable String cursor) {}

  record ForecastsAnswer(List<Forecast> forecastHistory) {}
}
