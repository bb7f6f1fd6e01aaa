package io.github.kalshi4j.client.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the exchange trades.
 *
 * @param exchangeActive whether it takes any request that changes something; false in an exchange
 *     pause, when not even cancellations are taken
 * @param tradingActive whether it trades; false in a trading pause, when cancellations are taken
 * @param transfersActive whether money can be moved between shards; null if not said
 * @param estimatedResume when it may go on; null while it trades or nobody knows
 * @param shards the same of each shard
 */
public record ExchangeStatus(
    boolean exchangeActive,
    boolean tradingActive,
    @JsonProperty("intra_exchange_transfers_active") @Nullable Boolean transfersActive,
    @JsonProperty("exchange_estimated_resume_time") @Nullable Instant estimatedResume,
    @JsonProperty("exchange_index_statuses") List<Shard> shards) {
  public ExchangeStatus {
    shards = List.copyOf(shards);
  }

  /** One shard of the exchange, with what trades there in words. */
  public record Shard(
      int exchangeIndex,
      String description,
      boolean exchangeActive,
      boolean tradingActive,
      @JsonProperty("intra_exchange_transfers_active") boolean transfersActive) {}
}
