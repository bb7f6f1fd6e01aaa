package io.github.kalshi4j.client.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.WireEnum;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account may send.
 *
 * @param usageTier the tier's name, such as {@code basic}
 * @param read the bucket of reads, and of all that is no order or quote
 * @param write the bucket of writes; each shard has one like it
 * @param grants from where the tier comes
 */
public record AccountLimits(
    String usageTier, Bucket read, Bucket write, List<UsageLevelGrant> grants) {
  public AccountLimits {
    grants = List.copyOf(grants);
  }

  /** Returns the limits in the form that the client's configuration takes. */
  public RateLimits rateLimits() {
    return new RateLimits(read.toLimit(), write.toLimit());
  }

  /**
   * One token bucket.
   *
   * @param refillRate tokens that come back a second
   * @param bucketCapacity the most tokens it holds
   */
  public record Bucket(int refillRate, int bucketCapacity) {
    RateLimits.Bucket toLimit() {
      return new RateLimits.Bucket(refillRate, bucketCapacity);
    }
  }

  /**
   * A tier that was given to the account.
   *
   * @param level the tier's name
   * @param expires null if it does not
   * @param source why it was given
   */
  public record UsageLevelGrant(
      ExchangeInstance exchangeInstance,
      String level,
      @JsonProperty("expires_ts") @InUnits(Unit.EPOCH_SECONDS) @Nullable Instant expires,
      String source) {}

  /** The exchange's two sides: event contracts, and margined perpetuals. */
  public enum ExchangeInstance implements WireEnum {
    EVENT_CONTRACT("event_contract"),
    MARGINED("margined"),
    /** One that this version does not know. */
    UNRECOGNIZED("");

    private final String wire;

    ExchangeInstance(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
