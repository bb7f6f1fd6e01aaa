package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.fcm.DailyCap;
import io.github.kalshi4j.client.fcm.FcmApi;
import io.github.kalshi4j.client.fcm.FcmFill;
import io.github.kalshi4j.client.fcm.FcmFillQuery;
import io.github.kalshi4j.client.fcm.FcmOrderQuery;
import io.github.kalshi4j.client.fcm.FcmPositionQuery;
import io.github.kalshi4j.client.fcm.PositionTransfer;
import io.github.kalshi4j.client.fcm.Subtrader;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.portfolio.MarketPosition;
import io.github.kalshi4j.client.portfolio.Positions;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.PositionTransferId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.SubtraderId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What clearing members (FCMs) do for their customers, over REST. */
public final class RestFcm implements FcmApi {
  private static final Operation FILLS = Operation.signed("GET /fcm/fills");
  private static final Operation ORDERS = Operation.signed("GET /fcm/orders");
  private static final Operation POSITIONS = Operation.signed("GET /fcm/positions");
  private static final Operation TRANSFER = Operation.signed("POST /fcm/positions/transfers");
  private static final Operation SUBTRADERS = Operation.signed("GET /fcm/subtraders");
  private static final Operation CREATE_SUBTRADER = Operation.signed("POST /fcm/subtraders");
  private static final Operation CATEGORIES =
      Operation.signed("GET /fcm/subtraders/blocked_categories");
  private static final Operation UPDATE_CATEGORIES =
      Operation.signed("PUT /fcm/subtraders/blocked_categories");
  private static final Operation CAP =
      Operation.signed("GET /fcm/subtraders/event_contract_daily_cap");
  private static final Operation UPDATE_CAP =
      Operation.signed("PUT /fcm/subtraders/event_contract_daily_cap");
  private static final Operation DELETE_CAP =
      Operation.signed("DELETE /fcm/subtraders/event_contract_daily_cap");

  private final Caller caller;

  public RestFcm(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Page<FcmFill> fills(FcmFillQuery query) {
    FillsAnswer answer = caller.read(Call.of(FILLS).with(query), FillsAnswer.class);
    return new Page<>(answer.fills(), answer.cursor());
  }

  @Override
  public Stream<FcmFill> allFills(FcmFillQuery query) {
    return Pages.all(query, FcmFillQuery::withCursor, this::fills, FcmFill::id);
  }

  @Override
  public Page<Order> orders(FcmOrderQuery query) {
    RestOrders.OrdersAnswer answer =
        caller.read(Call.of(ORDERS).with(query), RestOrders.OrdersAnswer.class);
    return new Page<>(answer.orders(), answer.cursor());
  }

  @Override
  public Stream<Order> allOrders(FcmOrderQuery query) {
    return Pages.all(query, this::orders, Order::id);
  }

  @Override
  public Positions positions(FcmPositionQuery query) {
    return caller.read(Call.of(POSITIONS).with(query), Positions.class);
  }

  @Override
  public Stream<MarketPosition> allPositions(FcmPositionQuery query) {
    return Pages.all(query, q -> RestPortfolio.marketsOf(positions(q)), MarketPosition::market);
  }

  @Override
  public PositionTransferId transferPosition(PositionTransfer transfer) {
    return caller
        .write(Call.of(TRANSFER).withBody(TransferBody.of(transfer)), TransferAnswer.class)
        .positionTransferId();
  }

  @Override
  public List<Subtrader> subtraders() {
    return caller.read(Call.of(SUBTRADERS), SubtradersAnswer.class).subtraders();
  }

  @Override
  public SubtraderId createSubtrader(String suffix) {
    return caller
        .write(Call.of(CREATE_SUBTRADER).withBody(new SubtraderBody(suffix)), SubtraderAnswer.class)
        .subtraderId();
  }

  @Override
  public List<String> blockedCategories(SubtraderId subtrader) {
    return caller.read(of(CATEGORIES, subtrader), CategoriesAnswer.class).categories();
  }

  @Override
  public List<String> updateBlockedCategory(
      SubtraderId subtrader, String category, boolean blocked) {
    return caller
        .write(
            Call.of(UPDATE_CATEGORIES).withBody(new CategoryBody(subtrader, category, blocked)),
            CategoriesAnswer.class)
        .categories();
  }

  @Override
  public DailyCap dailyCap(SubtraderId subtrader) {
    return caller.read(of(CAP, subtrader), DailyCap.class);
  }

  @Override
  public void updateDailyCap(SubtraderId subtrader, Money limit) {
    caller.write(Call.of(UPDATE_CAP).withBody(new CapBody(subtrader, limit)));
  }

  @Override
  public void deleteDailyCap(SubtraderId subtrader) {
    caller.write(of(DELETE_CAP, subtrader));
  }

  private static Call of(Operation operation, SubtraderId subtrader) {
    return Call.of(operation).with("subtrader_id", subtrader);
  }

  record FillsAnswer(List<FcmFill> fills, @Nullable String cursor) {}

  record TransferBody(
      SubtraderId sourceSubtraderId,
      SubtraderId targetSubtraderId,
      MarketTicker marketTicker,
      long positionCenticount,
      @InUnits(Unit.CENTICENTS) Price priceCenticents) {
    static TransferBody of(PositionTransfer transfer) {
      return new TransferBody(
          transfer.source(),
          transfer.target(),
          transfer.market(),
          transfer.position().hundredths(),
          transfer.price());
    }
  }

  record TransferAnswer(PositionTransferId positionTransferId) {}

  record SubtradersAnswer(List<Subtrader> subtraders) {}

  record SubtraderBody(String subtraderSuffix) {
    private static final Pattern SUFFIX = Pattern.compile("[A-Za-z0-9]{1,16}");

    SubtraderBody {
      if (!SUFFIX.matcher(subtraderSuffix).matches()) {
        throw new IllegalArgumentException(
            "suffix of a subtrader must be 1 to 16 letters and digits: \"" + subtraderSuffix + '"');
      }
    }
  }

  record SubtraderAnswer(SubtraderId subtraderId) {}

  record CategoryBody(SubtraderId subtraderId, String category, boolean blocked) {
    CategoryBody {
      if (category.isBlank()) {
        throw new IllegalArgumentException("no category: \"" + category + '"');
      }
    }
  }

  record CategoriesAnswer(List<String> categories) {
    CategoriesAnswer {
      categories = List.copyOf(categories);
    }
  }

  record CapBody(SubtraderId subtraderId, Money limit) {
    private static final int MICROS_OF_A_CENTICENT = 100;

    CapBody {
      if (limit.signum() < 0) {
        throw new IllegalArgumentException("daily cap is negative: " + limit);
      }
      if (limit.micros() % MICROS_OF_A_CENTICENT != 0) {
        throw new IllegalArgumentException("daily cap is finer than $0.0001: " + limit);
      }
    }
  }
}
