package io.github.kalshi4j.client.internal.http;

import io.github.kalshi4j.client.call.Query;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.call.WriteLane;
import io.github.kalshi4j.client.internal.rate.Billing;
import io.github.kalshi4j.client.value.WireEnum;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of an operation, ready to be sent. Immutable; made by {@link #of} and {@code with…}. */
public final class Call {
  private final Operation operation;
  private final List<Object> pathArguments;
  private final List<QueryParameter> query;
  private final @Nullable Object body;
  private final Billing billing;
  private final int items;
  private final WriteLane lane;
  private final boolean readsFailures;

  private Call(
      Operation operation,
      List<Object> pathArguments,
      List<QueryParameter> query,
      @Nullable Object body,
      Billing billing,
      int items,
      WriteLane lane,
      boolean readsFailures) {
    this.operation = operation;
    this.pathArguments = pathArguments;
    this.query = query;
    this.body = body;
    this.billing = billing;
    this.items = items;
    this.lane = lane;
    this.readsFailures = readsFailures;
  }

  /** Returns a call, with the values of the path's parameters in order. */
  public static Call of(Operation operation, Object... pathArguments) {
    return new Call(
        operation,
        List.of(pathArguments),
        List.of(),
        null,
        Billing.READ,
        1,
        WriteLane.ENTER,
        false);
  }

  /** Returns a copy with these parameters after those it has. */
  public Call with(Query<?> more) {
    List<QueryParameter> all = new ArrayList<>(query);
    all.addAll(more.parameters());
    return new Call(
        operation, pathArguments, List.copyOf(all), body, billing, items, lane, readsFailures);
  }

  /** Returns a copy with a parameter more, unless its value is null. */
  public Call with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    List<QueryParameter> all = new ArrayList<>(query);
    all.add(
        new QueryParameter(name, value instanceof WireEnum word ? word.wire() : value.toString()));
    return new Call(
        operation, pathArguments, List.copyOf(all), body, billing, items, lane, readsFailures);
  }

  /** Returns a copy with a body, written as JSON. */
  public Call withBody(Object value) {
    return new Call(operation, pathArguments, query, value, billing, items, lane, readsFailures);
  }

  /** Returns a copy that draws from another bucket than that of reads. */
  public Call billed(Billing value, WriteLane inLane) {
    return new Call(operation, pathArguments, query, body, value, items, inLane, readsFailures);
  }

  /** Returns a copy that costs as much as this many of its kind. */
  public Call ofItems(int count) {
    return new Call(operation, pathArguments, query, body, billing, count, lane, readsFailures);
  }

  /** Returns a copy whose answer is read even where its status is 5xx, if it has the shape. */
  public Call readingFailures() {
    return new Call(operation, pathArguments, query, body, billing, items, lane, true);
  }

  public Operation operation() {
    return operation;
  }

  public Billing billing() {
    return billing;
  }

  public WriteLane lane() {
    return lane;
  }

  public int items() {
    return items;
  }

  @Nullable Object body() {
    return body;
  }

  boolean readsFailures() {
    return readsFailures;
  }

  /** Returns the path below the base URL, its arguments percent-encoded, without the query. */
  public String path() {
    StringBuilder path = new StringBuilder();
    int argument = 0;
    int from = 0;
    String template = operation.path();
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      path.append(template, from, open).append(encode(pathArguments.get(argument++).toString()));
      from = template.indexOf('}', open) + 1;
    }
    if (argument != pathArguments.size()) {
      throw new IllegalStateException(operation + " takes " + argument + " path arguments");
    }
    return path.append(template, from, template.length()).toString();
  }

  /** Returns {@code ?name=value&…}, percent-encoded; empty without parameters. */
  String queryString() {
    StringBuilder text = new StringBuilder();
    for (QueryParameter parameter : query) {
      text.append(text.isEmpty() ? '?' : '&')
          .append(encode(parameter.name()))
          .append('=')
          .append(encode(parameter.value()));
    }
    return text.toString();
  }

  private static String encode(String text) {
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException("\"" + text + "\" cannot be part of a path or query");
    }
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%2C", ",");
  }

  @Override
  public String toString() {
    return operation.method() + ' ' + path();
  }
}
