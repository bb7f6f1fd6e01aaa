package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

final class StandardOutputTest {
  private static final byte[] BYTES = {1, 2, 3};

  @Test
  void passesOnWhatIsWritten() {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    StandardOutput out = new StandardOutput(target);

    out.write(BYTES, 1, 2);
    out.write(4);

    assertThat(target.toByteArray()).containsExactly(2, 3, 4);
    assertThat(out.problem()).isEmpty();
  }

  @Test
  void dropsWhatNobodyReadsAnyMore() {
    StandardOutput out = new StandardOutput(failing("Broken pipe"));

    out.write(BYTES, 0, 3);
    out.write(BYTES, 0, 3);

    assertThat(out.problem()).isEmpty();
  }

  @Test
  void tellsThatNobodyReadsAnyMore() {
    assertThat(new PrintStream(new StandardOutput(new ByteArrayOutputStream())).checkError())
        .isFalse();

    PrintStream closed = new PrintStream(new StandardOutput(failing("Broken pipe")));
    closed.print("a");

    assertThat(closed.checkError()).isTrue();
  }

  @Test
  void remembersWhyOutputWasLost() {
    StandardOutput out = new StandardOutput(failing("No space left on device"));

    out.write(BYTES, 0, 3);

    assertThat(out.problem()).contains("No space left on device");
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
