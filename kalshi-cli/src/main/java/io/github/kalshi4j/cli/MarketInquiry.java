package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.recording.MarketReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks over REST what the stream does not say of the markets that are recorded: their facts when
 * they are first seen, a strike that comes with the opening, and how they ended. Used by one
 * thread.
 */
final class MarketInquiry {
  private static final Duration AGAIN = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final MarketReader reader;
  private final TimeSource time;
  private final Consumer<TapeMarket> answers;
  private final Consumer<String> troubles;
  private final Map<MarketTicker, Question> questions = new HashMap<>();

  /**
   * @param answers takes what becomes known of a market, perhaps more than once
   * @param troubles takes what goes wrong, once for each market, in words
   */
  MarketInquiry(
      KalshiClient client,
      TimeSource time,
      Consumer<TapeMarket> answers,
      Consumer<String> troubles) {
    reader = new MarketReader(client);
    this.time = time;
    this.answers = answers;
    this.troubles = troubles;
  }

  /** What is still to be asked about a market. */
  private static final class Question {
    private Instant due;
    private boolean troubled;
    private @Nullable TapeMarket told;

    private Question(Instant due) {
      this.due = due;
    }
  }

  /** Asks what is due, about these markets and those of earlier calls. */
  void ask(Set<MarketTicker> markets) {
    Instant now = time.now();
    for (MarketTicker market : markets) {
      questions.computeIfAbsent(market, m -> new Question(now));
    }
    questions.forEach((market, question) -> {
      if (!question.due.isAfter(now)) {
        ask(market, question, now);
      }
    });
  }

  private void ask(MarketTicker ticker, Question question, Instant now) {
    try {
      TapeMarket answer = reader.read(ticker).known();
      if (!answer.equals(question.told)) {
        answers.accept(answer);
      }
      question.told = answer;
      question.due = due(answer, now);
    } catch (KalshiException | IllegalArgumentException e) {
      question.due = now.plus(AGAIN);
      if (!question.troubled) {
        question.troubled = true;
        troubles.accept("what is known of " + ticker + " cannot be read: " + e.getMessage());
      }
    }
  }

  private static Instant due(TapeMarket market, Instant now) {
    MarketFacts facts = market.facts();
    boolean settled = market.result() != null && market.settlementTime() != null;
    if (settled || facts.closeTime().plus(PATIENCE).isBefore(now)) {
      return Instant.MAX;
    }
    boolean strikeToCome =
        facts.strikeType() != null && facts.floorStrike() == null && facts.capStrike() == null;
    Instant closed = facts.closeTime();
    return strikeToCome || closed.isBefore(now) ? now.plus(AGAIN) : closed.plusSeconds(1);
  }
}
