package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.access.UsageTier;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.Refusal;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.internal.floor.MemberRecords;
import io.github.kalshi4j.simulator.internal.floor.Tape;
import io.github.kalshi4j.simulator.ledger.Account;
import io.github.kalshi4j.simulator.ledger.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Subaccounts, and money that members move between them and between shards. Transfers are done at
 * once, so none is ever pending. What it keeps is touched on the {@link Floor} only.
 */
final class CashResource {
  private static final String SHARDS = "/portfolio/intra_exchange_instance_transfer";
  private static final String INVALID = "invalid_parameters";
  private static final long MICROS_PER_CENTICENT = 100;

  private record Transfer(String id, AccountId from, AccountId to, Money amount, Instant created) {}

  /** The name that a member gave a transfer. */
  private record Name(UserId user, String text, Instant used) {}

  private final Floor floor;
  private final Throttle throttle;
  private final Duration kept;
  private final Map<UserId, Tape<Transfer>> betweenSubaccounts = new HashMap<>();
  private final Map<UserId, Tape<Transfer>> betweenShards = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final ArrayDeque<Name> namesByAge = new ArrayDeque<>();
  private int transfers;

  /**
   * Creates it.
   *
   * @param kept for how long a transfer is remembered, and its name refused
   */
  CashResource(Floor floor, Throttle throttle, Duration kept) {
    this.floor = floor;
    this.throttle = throttle;
    this.kept = kept;
  }

  void addTo(Routes routes) {
    routes.signed("POST", "/portfolio/subaccounts", this::open);
    routes.signed("GET", "/portfolio/subaccounts/balances", this::balances);
    routes.signed("POST", "/portfolio/subaccounts/transfer", this::betweenSubaccounts);
    routes.signed("GET", "/portfolio/subaccounts/transfers", this::subaccountTransfers);
    routes.signed("POST", SHARDS, this::betweenShards);
    routes.signed("GET", SHARDS + "s", this::shardTransfers);
    routes.signed("GET", SHARDS + "s/{transfer_id}", this::shardTransfer);
  }

  /** Only members above the lowest tier have subaccounts. */
  private ApiAnswer open(ApiRequest request) {
    if (throttle.tier(request.member()) == UsageTier.BASIC) {
      throw ApiException.of(403, "forbidden", "subaccounts need usage tier advanced");
    }
    int shard = Objects.requireNonNullElse(Fields.of(request).shard(), 0);
    Answer answer = floor.execute(new Command.OpenSubaccount(request.member(), shard));
    if (answer instanceof Answer.Refused(Refusal refusal)) {
      throw ApiException.of(refusal);
    }
    int number = ((Answer.SubaccountOpened) answer).subaccount();
    return ApiAnswer.created(Json.object().put("subaccount_number", number));
  }

  private ApiAnswer balances(ApiRequest request) {
    return floor.call(engine -> {
      ArrayNode balances = Json.array();
      for (Account account : engine.ledger().accounts()) {
        if (account.id().user().equals(request.member())) {
          ObjectNode node = balances.addObject();
          node.put("subaccount_number", account.id().subaccount());
          node.put("exchange_index", account.id().shard());
          MemberRecords.Balance shown = floor.records().members().balance(account.id());
          node.put("balance", Json.dollars(shown.cash()));
          node.put("updated_ts", shown.changed().getEpochSecond());
        }
      }
      return ApiAnswer.ok(Json.object().set("subaccount_balances", balances));
    });
  }

  private ApiAnswer betweenSubaccounts(ApiRequest request) {
    Fields fields = Fields.of(request);
    String name = fields.needParsed("client_transfer_id", INVALID, UUID::fromString).toString();
    int shard = Objects.requireNonNullElse(fields.shard(), 0);
    fields.needNumber("from_subaccount");
    fields.needNumber("to_subaccount");
    UserId user = request.member();
    AccountId from = new AccountId(user, fields.subaccount("from_subaccount"), shard);
    AccountId to = new AccountId(user, fields.subaccount("to_subaccount"), shard);
    move(betweenSubaccounts, from, to, fields.cents("amount_cents"), name);
    return ApiAnswer.ok(Json.object());
  }

  /** Amounts are in units of $0.0001. */
  private ApiAnswer betweenShards(ApiRequest request) {
    Fields fields = Fields.of(request);
    for (String end : List.of("source", "destination")) {
      if (!fields.needText(end).equals("event_contract")) {
        throw ApiException.unreadable(INVALID, end + " must be event_contract");
      }
    }
    long amount = fields.needNumber("amount");
    if (amount < 0 || amount > Long.MAX_VALUE / MICROS_PER_CENTICENT) {
      throw ApiException.unreadable(INVALID, "amount is out of range");
    }
    UUID name = fields.parsed("client_transfer_id", INVALID, UUID::fromString);
    Transfer transfer =
        move(
            betweenShards,
            end(fields, request.member(), "source"),
            end(fields, request.member(), "destination"),
            Money.ofMicros(amount * MICROS_PER_CENTICENT),
            name == null ? null : name.toString());
    return ApiAnswer.ok(Json.object().put("transfer_id", transfer.id()));
  }

  private static AccountId end(Fields fields, UserId user, String end) {
    Integer shard = fields.integer(end + "_exchange_shard", 0, Integer.MAX_VALUE);
    return new AccountId(
        user, fields.subaccount(end + "_subaccount"), Objects.requireNonNullElse(shard, 0));
  }

  private Transfer move(
      Map<UserId, Tape<Transfer>> book,
      AccountId from,
      AccountId to,
      Money amount,
      @Nullable String name) {
    return floor.call(engine -> {
      Instant now = Json.instant(engine.timeMicros());
      forget(now);
      String unique = unique(from.user(), name);
      if (name != null && names.contains(unique)) {
        throw ApiException.of(409, "already_exists", "client_transfer_id " + name);
      }
      Command command = new Command.Transfer(from, to, amount);
      if (engine.execute(engine.timeMicros(), command) instanceof Answer.Refused(Refusal refusal)) {
        throw ApiException.of(refusal);
      }
      if (name != null) {
        names.add(unique);
        namesByAge.add(new Name(from.user(), name, now));
      }
      byte[] seed = ("transfer " + transfers++).getBytes(StandardCharsets.UTF_8);
      Transfer transfer =
          new Transfer(UUID.nameUUIDFromBytes(seed).toString(), from, to, amount, now);
      book.computeIfAbsent(from.user(), user -> new Tape<>()).add(transfer);
      return transfer;
    });
  }

  private static String unique(UserId user, @Nullable String name) {
    return user + "/" + name;
  }

  /** Forgets what was moved long ago. */
  private void forget(Instant now) {
    Instant before = now.minus(kept);
    for (Map<UserId, Tape<Transfer>> book : List.of(betweenSubaccounts, betweenShards)) {
      book.values().forEach(tape -> tape.forgetFirst(old -> old.created().isBefore(before)));
    }
    for (Name oldest = namesByAge.peek();
        oldest != null && oldest.used.isBefore(before);
        oldest = namesByAge.peek()) {
      namesByAge.remove();
      names.remove(unique(oldest.user, oldest.text));
    }
  }

  private ApiAnswer subaccountTransfers(ApiRequest request) {
    int limit = request.limit(100, 1000);
    return floor.call(engine -> {
      forget(Json.instant(engine.timeMicros()));
      Slice<Transfer> slice =
          Slice.newestFirst(
              betweenSubaccounts.getOrDefault(request.member(), new Tape<>()),
              transfer -> true,
              limit,
              request);
      ObjectNode body = Json.object();
      body.set(
          "transfers",
          Json.array(
              slice.items(),
              transfer -> {
                ObjectNode node = Json.object();
                node.put("transfer_id", transfer.id());
                node.put("from_subaccount", transfer.from().subaccount());
                node.put("to_subaccount", transfer.to().subaccount());
                node.put("amount_cents", transfer.amount().micros() / 10_000);
                node.put("created_ts", transfer.created().getEpochSecond());
                node.put("exchange_index", transfer.from().shard());
                return node;
              }));
      body.put("cursor", slice.cursor());
      return ApiAnswer.ok(body);
    });
  }

  private ApiAnswer shardTransfers(ApiRequest request) {
    int limit = request.limit(100, 500);
    return floor.call(engine -> {
      forget(Json.instant(engine.timeMicros()));
      Slice<Transfer> slice =
          Slice.newestFirst(
              betweenShards.getOrDefault(request.member(), new Tape<>()),
              transfer -> true,
              limit,
              request);
      ObjectNode body = Json.object();
      body.set("transfers", Json.array(slice.items(), CashResource::write));
      body.put("cursor", slice.cursor());
      return ApiAnswer.ok(body);
    });
  }

  private ApiAnswer shardTransfer(ApiRequest request) {
    String id = request.part("transfer_id");
    return floor.call(engine -> {
      forget(Json.instant(engine.timeMicros()));
      Tape<Transfer> all = betweenShards.getOrDefault(request.member(), new Tape<>());
      for (int i = 0; i < all.size(); i++) {
        Transfer transfer = all.get(i);
        if (transfer.id().equals(id)) {
          return ApiAnswer.ok(Json.object().set("transfer", write(transfer)));
        }
      }
      throw ApiException.notFound("transfer " + id);
    });
  }

  private static ObjectNode write(Transfer transfer) {
    ObjectNode node = Json.object();
    node.put("transfer_id", transfer.id());
    node.put("source", "event_contract");
    node.put("destination", "event_contract");
    node.put("source_exchange_shard", transfer.from().shard());
    node.put("destination_exchange_shard", transfer.to().shard());
    node.put("amount", Json.dollars(transfer.amount()));
    node.put("status", "complete");
    node.put("created_ts", transfer.created().getEpochSecond());
    return node;
  }
}
