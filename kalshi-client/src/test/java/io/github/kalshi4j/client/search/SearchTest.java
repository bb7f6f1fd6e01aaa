package io.github.kalshi4j.client.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.RestTest;
import io.github.kalshi4j.client.value.Entries;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest extends RestTest {
  @Test
  void keepsTheOrderOfCategoriesAndTags() {
    exchange.on(
        "GET /search/tags_by_categories",
        Reply.json("{\"tags_by_categories\":{\"Sports\":[\"Tennis\",\"Golf\"],\"Crypto\":[]}}"));

    Entries<List<String>> tags = client.search().tagsByCategory();

    assertThat(tags.names()).containsExactly("Sports", "Crypto");
    assertThat(tags.get("Sports")).contains(List.of("Tennis", "Golf"));
    assertThat(tags.get("Crypto")).contains(List.of());
    assertThat(tags.get("Weather")).isEmpty();
    assertThatThrownBy(() -> tags.get("Crypto").orElseThrow().add("BTC"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void findsTheScopesOfACompetition() {
    exchange.on(
        "GET /search/filters_by_sport",
        Reply.json(
            "{\"filters_by_sports\":{\"Soccer\":{\"scopes\":null,"
                + "\"competitions\":{\"La Liga\":{\"scopes\":[\"Games\"]}}}},"
                + "\"sport_ordering\":[\"Soccer\"]}"));

    SportFilters.Sport soccer =
        client.search().filtersBySport().sports().get("Soccer").orElseThrow();

    assertThat(soccer.scopes()).isEmpty();
    assertThat(soccer.competitions().get("La Liga"))
        .contains(new SportFilters.Competition(List.of("Games")));
  }
}
