package io.github.kalshi4j.client.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.Entries;
import java.util.List;

/**
 * The words by which sports markets are filtered.
 *
 * @param sports by the name of the sport
 * @param order the names of the sports, in the order in which to show them
 */
public record SportFilters(
    @JsonProperty("filters_by_sports") Entries<Sport> sports,
    @JsonProperty("sport_ordering") List<String> order) {
  public SportFilters {
    order = List.copyOf(order);
  }

  /**
   * One sport.
   *
   * @param scopes what its markets can be about, such as a game or a season
   * @param competitions by their names
   */
  public record Sport(List<String> scopes, Entries<Competition> competitions) {
    public Sport {
      scopes = List.copyOf(scopes);
    }
  }

  /**
   * One competition of a sport.
   *
   * @param scopes what its markets can be about
   */
  public record Competition(List<String> scopes) {
    public Competition {
      scopes = List.copyOf(scopes);
    }
  }
}
