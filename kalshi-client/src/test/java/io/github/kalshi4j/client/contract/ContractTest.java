package io.github.kalshi4j.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.error.OutcomeUnknownException;
import io.github.kalshi4j.client.value.WireEnum;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The client against the exchange's own specification: every operation, parameter, property and
 * word of it. Where we differ on purpose it is listed here, and the lists fail when they are not
 * true any more.
 *
 * <p>Whether a property is read is found by changing it in an answer: what comes of the call must
 * change with it. Whether it may be missing is found by taking it out.
 */
final class ContractTest {
  /**
   * Properties of answers that are not read: the same is said by another, or they are deprecated.
   */
  private static final Set<String> NOT_READ = Departures.NOT_READ;

  /** Properties of requests that are never sent. */
  private static final Set<String> NOT_SENT = Departures.NOT_SENT;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static Specification specification;
  private static Exercise exercise;

  @BeforeAll
  static void open() {
    specification = Specification.read();
    exercise = new Exercise();
  }

  @AfterAll
  static void close() {
    if (exercise != null) {
      exercise.close();
    }
  }

  @Test
  void hasExactlyOneMethodForEachOperation() {
    assertThat(endpoints())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            specification.operations().stream().map(Specification.Operation::name).toList());
  }

  @Test
  void hasTheWireFormOfEachOperation() {
    for (Specification.Operation operation : specification.operations()) {
      List<WireForm> forms = forms(operation);
      assertThat(forms).as(operation.id()).isNotEmpty();
      for (WireForm form : forms) {
        assertThat(form.operation()).isEqualTo(operation.name());
        assertThat(form.isSigned()).as(form.name()).isEqualTo(operation.isSigned());
        assertThat(form.status()).as(form.name()).isEqualTo(specification.successStatus(operation));
      }
    }
  }

  @Test
  void offersEveryParameterOfTheQuery() {
    for (Specification.Operation operation : specification.operations()) {
      Set<String> offered = new TreeSet<>();
      forms(operation).forEach(form -> offered.addAll(form.query().propertyNames()));
      assertThat(offered)
          .as(operation.id())
          .containsExactlyInAnyOrderElementsOf(specification.query(operation).keySet());
    }
  }

  @Test
  void sendsRequiredParametersAlwaysAndOthersOnlyWhenAsked() {
    Set<String> unasked = new TreeSet<>();
    for (Specification.Operation operation : specification.operations()) {
      Map<String, Boolean> query = specification.query(operation);
      Set<String> always = new TreeSet<>(query.keySet());
      for (OperationCase least : cases(operation)) {
        WireForm form = WireForm.read(least.name());
        List<String> sent =
            exercise.call(form, form.response(), least.least()).request().query().stream()
                .map(QueryParameter::name)
                .toList();
        query.forEach((name, required) -> {
          if (required) {
            assertThat(sent).as(least.name()).contains(name);
          }
        });
        always.retainAll(sent);
      }
      always.removeIf(query::get);
      always.forEach(name -> unasked.add(operation.id() + ' ' + name));
    }
    assertThat(unasked).containsExactlyInAnyOrderElementsOf(Departures.ALWAYS_SENT);
  }

  @Test
  void sendsEveryPropertyOfTheBody() {
    Set<String> missing = new TreeSet<>();
    for (Specification.Operation operation : specification.operations()) {
      JsonNode schema = specification.request(operation);
      if (schema == null) {
        forms(operation).forEach(form -> assertThat(form.request()).as(form.name()).isNull());
        continue;
      }
      Set<String> sent = new HashSet<>();
      for (WireForm form : forms(operation)) {
        assertThat(form.request()).as(form.name()).isNotNull();
        Property.in(specification, schema, form.request(), operation.id())
            .forEach(property -> sent.add(property.label()));
        missing.addAll(Shapes.problems(specification, schema, form.request(), form.name()));
      }
      Set<String> documented =
          Shapes.labels(specification, schema, operation.id(), forms(operation), WireForm::request);
      documented.removeAll(sent);
      missing.addAll(documented);
    }
    assertThat(missing).containsExactlyInAnyOrderElementsOf(NOT_SENT);
  }

  @Test
  void documentsWholeAnswers() {
    Set<String> missing = new TreeSet<>();
    for (Specification.Operation operation : specification.operations()) {
      JsonNode schema = specification.response(operation);
      if (schema == null || specification.resolve(schema).isEmpty()) {
        continue;
      }
      Set<String> shown = new HashSet<>();
      for (WireForm form : forms(operation)) {
        if (form.response() == null) {
          missing.add(form.name() + " has no response");
          continue;
        }
        Property.in(specification, schema, form.response(), operation.id())
            .forEach(property -> shown.add(property.label()));
        missing.addAll(Shapes.problems(specification, schema, form.response(), form.name()));
      }
      Set<String> documented =
          Shapes.labels(
              specification, schema, operation.id(), forms(operation), WireForm::response);
      documented.removeAll(shown);
      missing.addAll(documented);
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void readsEveryPropertyOfEveryAnswer() {
    Set<String> read = new HashSet<>();
    Set<String> seen = new TreeSet<>();
    for (OperationCase operation : AllCases.all()) {
      WireForm form = WireForm.read(operation.name());
      if (form.response() == null) {
        continue;
      }
      Object before = resultOf(operation, form, form.response());
      for (Property property : properties(form)) {
        seen.add(property.label());
        JsonNode changed =
            property.with(
                form.response(),
                Shapes.other(specification, property, property.value(form.response())));
        if (!Objects.equals(before, resultOf(operation, form, changed))) {
          read.add(property.label());
        }
      }
    }
    seen.removeAll(read);
    assertThat(seen).as("what is not read").containsExactlyInAnyOrderElementsOf(NOT_READ);
  }

  @Test
  void failsExactlyWhereWhatIsRequiredIsMissing() {
    Set<String> wrong = new TreeSet<>();
    for (OperationCase operation : AllCases.all()) {
      WireForm form = WireForm.read(operation.name());
      if (form.response() == null) {
        continue;
      }
      for (Property property : properties(form)) {
        boolean nullable = specification.isNullable(property.schema());
        boolean required =
            specification.isRequired(property.ownerSchema(), property.name()) && !nullable;
        boolean list = specification.resolve(property.schema()).has("items");
        boolean fails = isRefused(operation, form, property.with(form.response(), null));
        boolean failsOnNull =
            isRefused(operation, form, property.with(form.response(), NODES.nullNode()));
        boolean mustFail = required && !list && !NOT_READ.contains(property.label());
        if (mustFail != fails) {
          wrong.add(property.label() + (mustFail ? " may be missing" : " must be there"));
        } else if (mustFail != failsOnNull) {
          wrong.add(property.label() + (mustFail ? " may be null" : " must not be null"));
        }
      }
    }
    assertThat(wrong).containsExactlyInAnyOrderElementsOf(Departures.OTHERWISE_REQUIRED);
  }

  @Test
  void knowsEveryWordOfEveryAnswer() {
    Set<String> unknown = new TreeSet<>();
    for (OperationCase operation : AllCases.all()) {
      WireForm form = WireForm.read(operation.name());
      if (form.response() == null) {
        continue;
      }
      for (Property property : properties(form)) {
        JsonNode words = specification.resolve(property.schema()).get("enum");
        if (words == null || !words.get(0).isString()) {
          continue;
        }
        for (JsonNode word : words) {
          try {
            Exercise.Outcome outcome =
                exercise.call(form, property.with(form.response(), word), operation.full());
            outcome.unknown().forEach(field -> unknown.add(field.type() + ' ' + field.field()));
          } catch (KalshiDecodingException | OutcomeUnknownException e) {
            if (!e.getMessage().contains("does not buy")) { // two words that must agree
              unknown.add(property.label() + ": " + word);
            }
          }
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void hasEverySetOfWordsAsAnEnumeration() throws Exception {
    Set<Set<String>> ours = new LinkedHashSet<>();
    for (Class<?> type : classes()) {
      if (type.isEnum() && WireEnum.class.isAssignableFrom(type)) {
        ours.add(
            Arrays.stream(type.getEnumConstants())
                .map(constant -> ((WireEnum) constant).wire())
                .filter(word -> !word.isEmpty() && !word.equals("unrecognized"))
                .collect(Collectors.toSet()));
      }
    }
    Set<Set<String>> missing = new HashSet<>(specification.wordSets());
    missing.removeAll(ours);
    assertThat(missing).containsExactlyInAnyOrderElementsOf(Departures.WORDS_OTHERWISE);
  }

  private static List<Property> properties(WireForm form) {
    Specification.Operation operation =
        specification.operations().stream()
            .filter(o -> o.id().equals(form.operationId()))
            .findFirst()
            .orElseThrow();
    JsonNode schema = specification.response(operation);
    if (schema == null) {
      return List.of();
    }
    List<Property> all = Property.in(specification, schema, form.response(), operation.id());
    List<Property> unread = all.stream().filter(p -> NOT_READ.contains(p.label())).toList();
    return all.stream().filter(p -> unread.stream().noneMatch(p::isWithin)).toList();
  }

  private static List<WireForm> forms(Specification.Operation operation) {
    return WireForm.names().stream()
        .map(WireForm::read)
        .filter(form -> form.operationId().equals(operation.id()))
        .toList();
  }

  private static List<OperationCase> cases(Specification.Operation operation) {
    return AllCases.all().stream()
        .filter(c -> c.name().replaceAll("\\.\\d+$", "").equals(operation.id()))
        .toList();
  }

  /** Returns what a call answers, or what it throws where it cannot be read. */
  private static Object resultOf(OperationCase operation, WireForm form, JsonNode response) {
    try {
      return exercise.call(form, response, operation.full()).result();
    } catch (KalshiDecodingException | OutcomeUnknownException e) {
      return e.getMessage();
    }
  }

  private static boolean isRefused(OperationCase operation, WireForm form, JsonNode response) {
    try {
      exercise.call(form, response, operation.full());
      return false;
    } catch (KalshiDecodingException | OutcomeUnknownException e) {
      return true;
    }
  }

  private static List<String> endpoints() {
    List<String> endpoints = new ArrayList<>();
    for (Method accessor : KalshiClient.class.getMethods()) {
      if (accessor.getReturnType().getSimpleName().endsWith("Api")) {
        for (Method method : accessor.getReturnType().getMethods()) {
          Endpoint endpoint = method.getAnnotation(Endpoint.class);
          if (endpoint != null) {
            endpoints.add(endpoint.value());
          }
        }
      }
    }
    return endpoints;
  }

  private static List<Class<?>> classes() throws IOException, ClassNotFoundException {
    Path root = Path.of("target/classes");
    List<Class<?>> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root.resolve("io"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name = root.relativize(file).toString().replaceAll("\\.class$", "");
        if (!name.endsWith("package-info")) {
          classes.add(Class.forName(name.replace('/', '.'), false, getLoader()));
        }
      }
    }
    return classes;
  }

  private static ClassLoader getLoader() {
    return ContractTest.class.getClassLoader();
  }
}
