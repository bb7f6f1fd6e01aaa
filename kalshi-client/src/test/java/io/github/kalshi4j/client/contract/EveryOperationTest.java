package io.github.kalshi4j.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every operation, over a real socket: what is sent is what the documented form says, to the
 * letter, with a signature that holds; and all of the answer is read.
 */
final class EveryOperationTest {
  // A client of its own for each test: one remembers on which shards markets live.
  private final Exercise exercise = new Exercise();

  static List<OperationCase> cases() {
    return AllCases.all();
  }

  @AfterEach
  void close() {
    exercise.close();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sendsAllParametersAndReadsTheWholeAnswer(OperationCase operation) {
    WireForm form = WireForm.read(operation.name());

    Exercise.Outcome outcome = exercise.call(form, form.response(), operation.full());

    ReceivedRequest request = outcome.request();
    assertThat(request.toString()).isEqualTo(form.method() + ' ' + form.path());
    assertThat(request.query()).containsExactlyInAnyOrderElementsOf(expectedQuery(form));
    assertBodyIs(request, form.request());
    assertThat(outcome.unknown()).as("fields that are not read").isEmpty();
    assertThat(Completeness.gapsIn(outcome.result())).as("what was not read").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void signsExactlyWhereItMust(OperationCase operation) {
    WireForm form = WireForm.read(operation.name());

    ReceivedRequest request = exercise.call(form, form.response(), operation.full()).request();

    boolean mayBeSigned = form.operation().equals("GET /exchange/user_data_timestamp");
    assertThat(request.isSigned()).isEqualTo(form.isSigned() || mayBeSigned);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sendsNothingThatWasNotAskedFor(OperationCase operation) {
    WireForm form = WireForm.read(operation.name());

    ReceivedRequest request = exercise.call(form, form.response(), operation.least()).request();

    assertThat(request.toString()).isEqualTo(form.method() + ' ' + form.path());
    assertThat(expectedQuery(form).stream().map(QueryParameter::name))
        .containsAll(request.query().stream().map(QueryParameter::name).toList());
    if (!request.body().isEmpty()) {
      assertThat(form.request().propertyNames())
          .containsAll(WireForm.MAPPER.readTree(request.body()).propertyNames());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersWithListsThatNobodyCanChange(OperationCase operation) {
    WireForm form = WireForm.read(operation.name());

    Object result = exercise.call(form, form.response(), operation.full()).result();

    assertThat(Completeness.changeableIn(result)).isEmpty();
  }

  @Test
  void coversEveryWireForm() {
    assertThat(cases().stream().map(OperationCase::name))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(WireForm.names());
  }

  private static void assertBodyIs(ReceivedRequest request, JsonNode expected) {
    if (expected == null) {
      assertThat(request.body()).isEmpty();
      assertThat(request.header("Content-Type")).isEmpty();
    } else {
      assertThat(request.header("Content-Type")).contains("application/json");
      assertThat(WireForm.MAPPER.readTree(request.body())).isEqualTo(expected);
    }
  }

  private static List<QueryParameter> expectedQuery(WireForm form) {
    List<QueryParameter> parameters = new ArrayList<>();
    form.query()
        .propertyStream()
        .forEach(property -> {
          if (property.getValue().isArray()) {
            property
                .getValue()
                .forEach(v -> parameters.add(new QueryParameter(property.getKey(), v.asString())));
          } else {
            parameters.add(new QueryParameter(property.getKey(), property.getValue().asString()));
          }
        });
    return parameters;
  }
}
