package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.internal.Ranges;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import io.github.kalshi4j.client.subaccount.SubaccountBalance;
import io.github.kalshi4j.client.subaccount.SubaccountNetting;
import io.github.kalshi4j.client.subaccount.SubaccountTransfer;
import io.github.kalshi4j.client.subaccount.SubaccountTransferQuery;
import io.github.kalshi4j.client.subaccount.SubaccountTransferRequest;
import io.github.kalshi4j.client.subaccount.SubaccountsApi;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Subaccounts, their balances, netting and transfers, over REST. */
public final class RestSubaccounts implements SubaccountsApi {
  private static final Operation CREATE = Operation.signed("POST /portfolio/subaccounts");
  private static final Operation BALANCES = Operation.signed("GET /portfolio/subaccounts/balances");
  private static final Operation NETTING = Operation.signed("GET /portfolio/subaccounts/netting");
  private static final Operation SET_NETTING =
      Operation.signed("PUT /portfolio/subaccounts/netting");
  private static final Operation TRANSFER =
      Operation.signed("POST /portfolio/subaccounts/transfer");
  private static final Operation TRANSFERS =
      Operation.signed("GET /portfolio/subaccounts/transfers");
  private final Caller caller;

  public RestSubaccounts(Caller caller) {
    this.caller = caller;
  }

  @Override
  public int create(int exchangeIndex) {
    Ranges.checkExchangeIndex(exchangeIndex);
    // Without a shard the body is empty, but there must be one.
    CreateSubaccount body = new CreateSubaccount(exchangeIndex == 0 ? null : exchangeIndex);
    return caller.write(Call.of(CREATE).withBody(body), CreatedAnswer.class).subaccountNumber();
  }

  @Override
  public List<SubaccountBalance> balances() {
    return caller.read(Call.of(BALANCES), BalancesAnswer.class).subaccountBalances();
  }

  @Override
  public List<SubaccountNetting> netting() {
    return caller.read(Call.of(NETTING), NettingAnswer.class).nettingConfigs();
  }

  @Override
  public void setNetting(int subaccount, boolean enabled) {
    Ranges.checkSubaccount(subaccount);
    caller.write(Call.of(SET_NETTING).withBody(new UpdateNetting(subaccount, enabled)));
  }

  @Override
  public void transfer(SubaccountTransferRequest request) {
    caller.write(Call.of(TRANSFER).withBody(request));
  }

  @Override
  public Page<SubaccountTransfer> transfers(SubaccountTransferQuery query) {
    TransfersAnswer answer = caller.read(Call.of(TRANSFERS).with(query), TransfersAnswer.class);
    return new Page<>(answer.transfers(), answer.cursor());
  }

  @Override
  public Stream<SubaccountTransfer> allTransfers(SubaccountTransferQuery query) {
    return Pages.all(query, this::transfers, SubaccountTransfer::id);
  }

  record CreateSubaccount(@Nullable Integer exchangeIndex) {}

  record CreatedAnswer(int subaccountNumber) {}

  record BalancesAnswer(List<SubaccountBalance> subaccountBalances) {}

  record NettingAnswer(List<SubaccountNetting> nettingConfigs) {}

  record UpdateNetting(int subaccountNumber, boolean enabled) {}

  record TransfersAnswer(List<SubaccountTransfer> transfers, @Nullable String cursor) {}
}
