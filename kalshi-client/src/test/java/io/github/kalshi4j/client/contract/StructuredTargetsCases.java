package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.Samples.CURSOR;

import io.github.kalshi4j.client.structuredtarget.StructuredTargetQuery;
import io.github.kalshi4j.client.value.StructuredTargetId;
import java.util.List;

/** The operations of {@code structuredTargets()}. */
final class StructuredTargetsCases {
  private static final StructuredTargetId TARGET =
      StructuredTargetId.of("491e2b51-8d0e-423a-a5af-b7caeafd59a7");
  private static final List<StructuredTargetId> TARGETS =
      List.of(
          StructuredTargetId.of("4a8b9dca-84ec-43b3-ae68-1e6ea2fab3c5"),
          StructuredTargetId.of("03c98ff9-edc4-40e2-aa19-dd478e1613ee"));

  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of("GetStructuredTarget", c -> c.structuredTargets().get(TARGET)),
          OperationCase.of(
              "GetStructuredTargets",
              c ->
                  c.structuredTargets()
                      .list(
                          StructuredTargetQuery.ALL
                              .withIds(TARGETS)
                              .withType("basketball_team")
                              .withCompetition("NBA")
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.structuredTargets().list(StructuredTargetQuery.ALL)));

  private StructuredTargetsCases() {}
}
