package io.github.kalshi4j.risk.exit;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Position;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The exits of one market's position, which live beside it. It keeps the highest own-side best bid
 * since the first update after the first fill, which adds and partial closes leave alone; and once
 * a rule has fired, it stays fired until the position is flat. Written by the engine's thread.
 */
public final class PositionExits {
  private static final Quantity ONE = Quantity.ofContracts(1);

  private final List<ExitRule> rules;
  private @Nullable OutcomeSide side; // null while flat
  private @Nullable Price highest; // null until somebody bids
  private @Nullable ExitTrigger fired;

  public PositionExits(List<ExitRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Takes note of a fill. Without it, a position left and taken again between two book updates
   * would pass for the one before.
   *
   * @param position what is held after the fill
   */
  public void onFill(Position position) {
    if (position.isFlat()) {
      side = null;
      highest = null;
      fired = null;
    } else if (side != position.side()) {
      highest = null;
      fired = null;
      side = position.side();
    }
  }

  /**
   * Evaluates the rules at a complete book update, and returns the exit that is due: now, or since
   * an earlier update and not yet done. A rule fires when the bid is at or below its trigger; where
   * several fire at once, the one with the highest trigger is named, because it would have fired
   * first, and of equals the first.
   *
   * @param ownBestBid the best bid for the outcome held, in prices of that outcome; null if nobody
   *     bids, in which case nothing new fires, because there is nobody to sell to
   */
  public Optional<ExitTrigger> onUpdate(Position position, @Nullable Price ownBestBid) {
    onFill(position);
    if (position.isFlat()) {
      return Optional.empty();
    }
    if (ownBestBid != null) {
      if (highest == null || ownBestBid.isAbove(highest)) {
        highest = ownBestBid;
      }
      if (fired == null) {
        fired = evaluate(new HeldPosition(position, highest), ownBestBid);
      }
    }
    return Optional.ofNullable(fired);
  }

  /** Returns whether an exit is due. */
  public boolean isFired() {
    return fired != null;
  }

  /** Returns the highest own-side best bid of the open position; empty while there is none. */
  public Optional<Price> highest() {
    return highest == null ? Optional.empty() : highest.asOptional();
  }

  private @Nullable ExitTrigger evaluate(HeldPosition held, Price bid) {
    Money value = bid.times(held.position().quantity());
    ExitRule first = null;
    Money firstTrigger = value;
    for (ExitRule rule : rules) {
      Optional<Money> trigger = rule.trigger(held);
      if (trigger.isPresent()
          && !value.isAbove(trigger.get())
          && (first == null || trigger.get().isAbove(firstTrigger))) {
        first = rule;
        firstTrigger = trigger.get();
      }
    }
    return first == null ? null : new ExitTrigger(first.name(), figures(held, bid));
  }

  private List<Figure> figures(HeldPosition held, Price bid) {
    Position position = held.position();
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of("side", position.side().wire()));
    figures.add(Figure.of("quantity", position.quantity()));
    figures.add(Figure.of("entry", perContract(position.cost(), position)));
    figures.add(Figure.of("feePerContract", perContract(position.fees(), position)));
    figures.add(Figure.of("highest", held.highest()));
    figures.add(Figure.of("bid", bid));
    for (ExitRule rule : rules) {
      rule.trigger(held)
          .ifPresent(trigger ->
              figures.add(Figure.of(rule.name() + "Trigger", perContract(trigger, position))));
    }
    return figures;
  }

  private static Money perContract(Money total, Position position) {
    return total.share(ONE, position.quantity(), RoundingMode.FLOOR);
  }
}
