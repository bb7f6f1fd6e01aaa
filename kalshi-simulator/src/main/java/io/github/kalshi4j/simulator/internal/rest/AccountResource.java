package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.simulator.access.UsageTier;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a member may ask for, how often, and what it costs. */
final class AccountResource {
  private final Floor floor;
  private final Throttle throttle;

  AccountResource(Floor floor, Throttle throttle) {
    this.floor = floor;
    this.throttle = throttle;
  }

  void addTo(Routes routes) {
    routes.signed("GET", "/account/limits", this::limits);
    routes.open("GET", "/account/endpoint_costs", request -> ApiAnswer.ok(costs()));
    routes.signed("POST", "/account/api_usage_level/upgrade", this::upgrade);
  }

  private ApiAnswer limits(ApiRequest request) {
    UsageTier tier = throttle.tier(request.member());
    ArrayNode grants = Json.array();
    if (tier != UsageTier.BASIC) {
      ObjectNode grant = grants.addObject();
      grant.put("exchange_instance", "event_contract");
      grant.put("level", tier.wire());
      grant.put("source", "manual");
    }
    ObjectNode limits = Json.object();
    limits.put("usage_tier", tier.wire());
    limits.set("read", bucket(tier.limits().read()));
    limits.set("write", bucket(tier.limits().write()));
    limits.set("grants", grants);
    return ApiAnswer.ok(limits);
  }

  private static ObjectNode bucket(RateLimits.Bucket bucket) {
    ObjectNode node = Json.object();
    node.put("refill_rate", bucket.refillRate());
    node.put("bucket_capacity", bucket.capacity());
    return node;
  }

  /** Whoever has placed an order may have the second tier. */
  private ApiAnswer upgrade(ApiRequest request) {
    boolean traded =
        floor.call(engine -> floor.records().members().orders(request.member()).size() > 0);
    if (!traded) {
      throw ApiException.of(403, "forbidden", "no order was placed by API");
    }
    throttle.raise(request.member(), UsageTier.ADVANCED);
    return new ApiAnswer(201, null);
  }

  private static ObjectNode costs() {
    ObjectNode body = Json.object();
    body.put("default_cost", Tariff.USUAL);
    body.set("endpoint_costs", Tariff.write());
    return body;
  }
}
