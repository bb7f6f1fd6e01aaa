package io.github.kalshi4j.simulator.internal.rest;

import tools.jackson.databind.node.ObjectNode;

/** Lists of what there is none of here, and settings that are always off. */
final class AbsentResource {
  void addTo(Routes routes) {
    routes.open("GET", "/incentive_programs", AbsentResource::incentives);
    routes.open("GET", "/multivariate_event_collections", AbsentResource::collections);
    routes.open("GET", "/search/filters_by_sport", request -> ApiAnswer.ok(sports()));
    routes.signed(
        "GET",
        "/account/api_usage_level/volume_progress",
        request -> ApiAnswer.ok(Json.object().set("volume_progress", Json.array())));
    routes.signed(
        "GET", "/portfolio/target_balance_allocation", request -> ApiAnswer.ok(noAllocation()));
  }

  private static ApiAnswer incentives(ApiRequest request) {
    request.limit(100, 10_000);
    ObjectNode body = Json.object();
    body.set("incentive_programs", Json.array());
    body.put("next_cursor", "");
    return ApiAnswer.ok(body);
  }

  private static ApiAnswer collections(ApiRequest request) {
    request.limit(100, 200);
    ObjectNode body = Json.object();
    body.set("multivariate_contracts", Json.array());
    body.put("cursor", "");
    return ApiAnswer.ok(body);
  }

  private static ObjectNode sports() {
    ObjectNode body = Json.object();
    body.set("filters_by_sports", Json.object());
    body.set("sport_ordering", Json.array());
    return body;
  }

  private static ObjectNode noAllocation() {
    ObjectNode body = Json.object();
    body.set("allocations", Json.array());
    body.put("resting_margin_reservation", "sum");
    return body;
  }
}
