package io.github.kalshi4j.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.kalshi4j.client.call.UnknownField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownCounterTest {
  private final List<UnknownField> told = Collections.synchronizedList(new ArrayList<>());
  private final UnknownCounter counter = new UnknownCounter(told::add);

  @Test
  void tellsOfAFieldOnceAndCountsItFromThenOn() {
    counter.count("Market", "shard", () -> "7");
    counter.count("Market", "shard", () -> fail("asked for another sample"));
    counter.count("Event", "shard", () -> "8");

    assertThat(told)
        .containsExactly(
            new UnknownField("Market", "shard", 1, "7"),
            new UnknownField("Event", "shard", 1, "8"));
    assertThat(counter.fields())
        .containsExactly(
            new UnknownField("Market", "shard", 2, "7"),
            new UnknownField("Event", "shard", 1, "8"));
  }

  @Test
  void boundsWhatItRemembers() {
    for (int i = 0; i < 2_000; i++) {
      counter.count("Market", "f" + i, () -> "1");
    }
    counter.count("Market", "f0", () -> fail("asked for another sample"));

    assertThat(counter.fields())
        .hasSize(1025)
        .contains(new UnknownField("Market", "f0", 2, "1"))
        .contains(new UnknownField("*", "*", 2_000L - 1024, "1"));
    assertThat(told).hasSize(1025);
  }

  @Test
  void cutsLongNamesAndSamples() {
    counter.count("Market", "n".repeat(100_000), () -> "\"" + "s".repeat(100_000));
    counter.count("Market", "n".repeat(100_000), () -> fail("asked for another sample"));

    assertThat(counter.fields())
        .containsExactly(new UnknownField("Market", "n".repeat(200), 2, "\"" + "s".repeat(199)));
  }

  @Test
  void showsNoPrivateKey() {
    counter.count("Key", "pem", () -> "\"-----BEGIN PRIVATE KEY-----\\nMC4CAQ\"");

    assertThat(counter.fields()).containsExactly(new UnknownField("Key", "pem", 1, "(hidden)"));
    assertThat(told).containsExactly(new UnknownField("Key", "pem", 1, "(hidden)"));
  }

  @Test
  void losesNothingBetweenThreads() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int n = 0; n < 10_000; n++) {
                  counter.count("Market", "f" + n % 50, () -> "1");
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(counter.fields()).hasSize(50).allMatch(field -> field.count() == 8 * 200);
    assertThat(told).hasSize(50);
  }
}
