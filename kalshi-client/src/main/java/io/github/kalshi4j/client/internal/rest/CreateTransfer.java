package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.account.AccountLimits.ExchangeInstance;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.portfolio.TransferRequest;
import io.github.kalshi4j.client.value.ClientTransferId;
import io.github.kalshi4j.client.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * The body that moves money within the account; shard 0 and the primary subaccount are left out.
 */
record CreateTransfer(
    ExchangeInstance source,
    ExchangeInstance destination,
    @InUnits(Unit.CENTICENTS) Money amount,
    @Nullable Integer sourceExchangeShard,
    @Nullable Integer destinationExchangeShard,
    @Nullable Integer sourceSubaccount,
    @Nullable Integer destinationSubaccount,
    @Nullable ClientTransferId clientTransferId) {
  static CreateTransfer of(TransferRequest request) {
    return new CreateTransfer(
        request.source().instance(),
        request.destination().instance(),
        request.amount(),
        orNothing(request.source().exchangeIndex()),
        orNothing(request.destination().exchangeIndex()),
        orNothing(request.source().subaccount()),
        orNothing(request.destination().subaccount()),
        request.clientTransferId());
  }

  private static @Nullable Integer orNothing(int number) {
    return number == 0 ? null : number;
  }
}
