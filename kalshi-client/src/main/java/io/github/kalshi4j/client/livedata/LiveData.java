package io.github.kalshi4j.client.livedata;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.MilestoneId;
import io.github.kalshi4j.client.value.RawJson;

/**
 * What is known of a milestone as it goes on, such as the score of a game.
 *
 * @param type names the form of the details
 * @param details in a form that differs from type to type
 */
public record LiveData(
    String type, RawJson details, @JsonProperty("milestone_id") MilestoneId milestone) {}
