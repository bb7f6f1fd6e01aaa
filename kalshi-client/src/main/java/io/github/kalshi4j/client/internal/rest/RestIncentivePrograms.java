package io.github.kalshi4j.client.internal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.incentive.IncentiveProgram;
import io.github.kalshi4j.client.incentive.IncentiveProgramQuery;
import io.github.kalshi4j.client.incentive.IncentiveProgramsApi;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rewards for quoting and trading, over REST. */
public final class RestIncentivePrograms implements IncentiveProgramsApi {
  private static final Operation LIST = Operation.open("GET /incentive_programs");

  private final Caller caller;

  public RestIncentivePrograms(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Page<IncentiveProgram> list(IncentiveProgramQuery query) {
    ProgramsAnswer answer = caller.read(Call.of(LIST).with(query), ProgramsAnswer.class);
    return new Page<>(answer.programs(), answer.cursor());
  }

  @Override
  public Stream<IncentiveProgram> all(IncentiveProgramQuery query) {
    return Pages.all(query, this::list, IncentiveProgram::id);
  }

  record ProgramsAnswer(
      @JsonProperty("incentive_programs") List<IncentiveProgram> programs,
      @JsonProperty("next_cursor") @Nullable String cursor) {}
}
