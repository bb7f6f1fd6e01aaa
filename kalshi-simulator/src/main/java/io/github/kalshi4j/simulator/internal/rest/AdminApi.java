package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.simulator.internal.fault.FaultDesk;
import io.github.kalshi4j.simulator.internal.floor.Admission;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import tools.jackson.databind.node.ObjectNode;

/** What a tester may do that no member can, without a signature. */
public final class AdminApi {
  private AdminApi() {}

  /**
   * Returns its operations.
   *
   * @param own the exchange's own idea of the machine's time
   */
  public static Routes routes(Floor floor, FaultDesk faults, Admission admission, TimeSource own) {
    Routes routes = Routes.none();
    routes.open("GET", "/time", request -> ApiAnswer.ok(time(floor, own)));
    new FaultResource(faults).addTo(routes);
    new MarketStepResource(floor).addTo(routes);
    new MemberResource(floor, admission).addTo(routes);
    return routes;
  }

  private static ObjectNode time(Floor floor, TimeSource own) {
    ObjectNode node = Json.object();
    Json.time(node, "market_time", Json.instant(floor.call(engine -> engine.timeMicros())));
    Json.time(node, "wall_time", own.now());
    return node;
  }
}
