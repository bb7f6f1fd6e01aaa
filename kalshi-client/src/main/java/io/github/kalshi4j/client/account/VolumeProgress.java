package io.github.kalshi4j.client.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Instant;
import java.util.List;

/**
 * The account's traded volume beside what the tiers ask for.
 *
 * @param computed when it was counted
 * @param trailingVolume contracts of the last 30 days
 */
public record VolumeProgress(
    @JsonProperty("computed_ts") @InUnits(Unit.EPOCH_SECONDS) Instant computed,
    @JsonProperty("trailing_30d_volume_fp") Quantity trailingVolume,
    List<Goal> goals) {
  public VolumeProgress {
    goals = List.copyOf(goals);
  }

  /** The contracts in 30 days that earn a tier, and those that keep it. */
  public record Goal(
      String level,
      @JsonProperty("earn_volume_goal_fp") Quantity earn,
      @JsonProperty("keep_volume_goal_fp") Quantity keep) {}
}
