package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.simulator.fault.ActiveFault;
import io.github.kalshi4j.simulator.internal.fault.FaultDesk;
import tools.jackson.databind.node.ObjectNode;

/** What goes wrong on purpose. */
final class FaultResource {
  private final FaultDesk faults;

  FaultResource(FaultDesk faults) {
    this.faults = faults;
  }

  void addTo(Routes routes) {
    routes.open("GET", "/faults", request -> ApiAnswer.ok(list()));
    routes.open("POST", "/faults", this::add);
    routes.open("DELETE", "/faults", request -> clear());
    routes.open("GET", "/faults/{id}", request -> ApiAnswer.ok(write(find(request))));
    routes.open("DELETE", "/faults/{id}", this::remove);
  }

  private ObjectNode list() {
    return Json.object().set("faults", Json.array(faults.list(), FaultResource::write));
  }

  private ApiAnswer add(ApiRequest request) {
    return ApiAnswer.created(write(faults.add(FaultForm.read(Fields.of(request)))));
  }

  private ApiAnswer clear() {
    faults.clear();
    return ApiAnswer.noContent();
  }

  private ApiAnswer remove(ApiRequest request) {
    find(request).close();
    return ApiAnswer.noContent();
  }

  private ActiveFault find(ApiRequest request) {
    String id = request.part("id");
    return faults.list().stream()
        .filter(fault -> Integer.toString(fault.id()).equals(id))
        .findFirst()
        .orElseThrow(() -> ApiException.notFound("fault " + id));
  }

  private static ObjectNode write(ActiveFault fault) {
    ObjectNode node = Json.object().put("id", fault.id());
    node.setAll(FaultForm.write(fault.fault()));
    node.put("seen", fault.seen()).put("struck", fault.struck()).put("over", fault.isOver());
    return node;
  }
}
