package io.github.kalshi4j.engine.tape.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.engine.tape.Sample;
import io.github.kalshi4j.engine.tape.TapeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class TapeLaws {
  private static Path folder;

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("tape-laws");
  }

  @AfterContainer
  static void deleteFolder() throws IOException {
    Files.deleteIfExists(folder.resolve("x.tape.gz"));
    Files.delete(folder);
  }

  record Frame(long later, String source, String text) {}

  @Provide
  Arbitrary<List<Frame>> frames() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 1_000_000),
            Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(4).ofMaxLength(16),
            Arbitraries.strings().withCharRange(' ', '\uD7FF').ofMinLength(1).ofMaxLength(300))
        .as(Frame::new)
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 100)
  void whatIsWrittenIsRead(@ForAll("frames") List<Frame> frames) {
    var expected = new ArrayList<String>();
    TapeFile tape =
        Sample.tape(
            folder.resolve("x.tape.gz"),
            writer -> {
              long at = Sample.START;
              for (Frame frame : frames) {
                at += frame.later;
                writer.frame(at, frame.source, frame.text);
                expected.add(at + " " + frame.source + " " + frame.text);
              }
            });
    assertThat(Sample.read(tape.path())).isEqualTo(expected);
    try (var reader = tape.open()) {
      assertThat(reader.header()).isEqualTo(tape.header());
    }
  }
}
