package io.github.kalshi4j.engine.tape;

import static io.github.kalshi4j.engine.tape.Sample.MILLI;
import static io.github.kalshi4j.engine.tape.Sample.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.format.TapeWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapesTest {
  private static final String OTHER = "KXBTC15M-26MAY110200-00";

  @TempDir Path folder;

  private TapeFile tape(String name, long from, long to, TapeMarket... markets) {
    return Sample.tape(
        folder.resolve(name + TapeWriter.EXTENSION),
        Sample.header(from, to, markets),
        writer -> writer.frame(from, TapeSource.KALSHI, "{}"));
  }

  @Test
  void findsTapesInTheOrderOfTheirStarts() throws IOException {
    TapeFile late = tape("a", START + 50, START + 60);
    TapeFile early = tape("b", START, START + 10);
    Files.writeString(folder.resolve("readme.txt"), "no tape");
    Path inner = Files.createDirectory(folder.resolve("inner"));
    TapeFile middle =
        Sample.tape(
            inner.resolve("c.tape.gz"), Sample.header(START + 20, START + 30), writer -> {});

    assertThat(Tapes.find(List.of(folder))).containsExactly(early, late);
    assertThat(Tapes.find(List.of(late.path(), middle.path(), early.path())))
        .containsExactly(early, middle, late);
  }

  @Test
  void namesThePlaceThatHoldsNoTape() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path missing = folder.resolve("missing");
    Path text = Files.writeString(folder.resolve("x.tape.gz"), "text");
    assertThatThrownBy(() -> Tapes.find(List.of(empty)))
        .isInstanceOf(TapeException.class)
        .hasMessage(empty + ": no tape (*.tape.gz) in this folder");
    assertThatThrownBy(() -> Tapes.find(List.of(missing))).hasMessage(missing + ": no such file");
    assertThatThrownBy(() -> Tapes.find(List.of(text))).hasMessage(text + ": not gzip");
  }

  @Test
  void refusesTapesThatCoverAMarketAtTheSameTime() {
    TapeMarket market = Sample.market(Sample.TICKER, "1.5", null);
    TapeFile one = tape("one", START, START + 10 * MILLI, market);
    TapeFile two = tape("two", START + 9 * MILLI, START + 20 * MILLI, market);
    assertThatThrownBy(() -> Tapes.checkTogether(List.of(one, two)))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("overlap")
        .hasMessageContaining(Sample.TICKER)
        .hasMessageContaining(one.path().toString())
        .hasMessageContaining(two.path().toString());
    assertThatThrownBy(() -> Tapes.checkTogether(List.of(one, one)))
        .hasMessageContaining("overlap");
  }

  @Test
  void acceptsTapesOfDifferentMarketsOrTimes() {
    TapeMarket market = Sample.market(Sample.TICKER, "1.5", null);
    TapeMarket other = Sample.market(OTHER, "1.5", null);
    TapeFile one = tape("one", START, START + 10, market);
    TapeFile next = tape("next", START + 10, START + 20, market, other);
    TapeFile beside = tape("beside", START, START + 10, other);
    assertThatCode(() -> Tapes.checkTogether(List.of(one, next, beside)))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesTapesThatContradictEachOther() {
    TapeFile one = tape("one", START, START + 10, Sample.market(Sample.TICKER, "1.5", null));
    TapeFile two = tape("two", START + 10, START + 20, Sample.market(Sample.TICKER, "1.6", null));
    assertThatThrownBy(() -> Tapes.checkTogether(List.of(one, two)))
        .isInstanceOf(TapeException.class)
        .hasMessage(
            "tapes contradict each other about "
                + Sample.TICKER
                + ": floor strike is 1.5 in "
                + one.path()
                + " and 1.6 in "
                + two.path());
    TapeFile yes =
        tape("yes", START, START + 10, Sample.market(Sample.TICKER, "1.5", MarketResult.YES));
    TapeFile no =
        tape("no", START + 10, START + 20, Sample.market(Sample.TICKER, "1.5", MarketResult.NO));
    assertThatThrownBy(() -> Tapes.checkTogether(List.of(yes, no)))
        .hasMessageContaining("result is yes (YES pays 1.0000) in");
  }

  @Test
  void findsNoContradictionInWhatOneTapeDoesNotKnow() {
    TapeFile one =
        tape("one", START, START + 10, Sample.market(Sample.TICKER, "1.50", MarketResult.YES));
    TapeFile two = tape("two", START + 10, START + 20, Sample.market(Sample.TICKER, "1.5", null));

    assertThatCode(() -> Tapes.checkTogether(List.of(one, two))).doesNotThrowAnyException();
    assertThatCode(() -> Tapes.checkTogether(List.of(two, one))).doesNotThrowAnyException();
  }
}
