package io.github.kalshi4j.simulator.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.fault.FrameEffect;
import io.github.kalshi4j.simulator.fault.FrameFault;
import io.github.kalshi4j.simulator.internal.fault.FaultDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultyFramesTest {
  private static final UserId ANN = UserId.of("ann");

  private final FaultDesk desk = new FaultDesk(ManualTimeSource.at(Instant.EPOCH));
  private final FaultyFrames frames = new FaultyFrames(desk.connection(ANN));

  private static OutgoingFrame frame(String type, int sid, long seq) {
    return new OutgoingFrame(type, 0, sid, seq, null, OutgoingFrame.Kind.LIVE);
  }

  /** What becomes of five frames of one subscription, in short. */
  private List<String> five() {
    return five(frames);
  }

  private static List<String> five(FaultyFrames through) {
    List<String> fates = new ArrayList<>();
    for (int seq = 1; seq <= 5; seq++) {
      through.of(frame("trade", 1, seq)).forEach(departure -> fates.add(inShort(departure)));
    }
    return fates;
  }

  private static String inShort(Departure departure) {
    return switch (departure) {
      case Departure.Send(String text) -> text.replaceAll(".*\"seq\":([0-9]+).*\\R", "$1");
      case Departure.Wait(Duration time) -> "wait " + time.toMillis();
      case Departure.Disconnect disconnect -> "disconnect";
      case Departure.Close(int code) -> "close " + code;
      case Departure.FallSilent fallSilent -> "silent";
    };
  }

  @Test
  void withoutFaultsAllArrive() {
    assertThat(five()).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void framesAreDroppedAndDoubled() {
    desk.add(FrameFault.of(FrameEffect.DROPPED).next(1));
    desk.add(FrameFault.of(FrameEffect.DUPLICATED).next(1));
    assertThat(five()).containsExactly("2", "2", "3", "4", "5");
  }

  @Test
  void aFrameIsOvertakenByAsManyAsItSays() {
    desk.add(FrameFault.of(new FrameEffect.Overtaken(3)).next(1));
    assertThat(five()).containsExactly("2", "3", "4", "1", "5");
  }

  @Test
  void aLateFrameHoldsUpThoseBehindIt() {
    desk.add(FrameFault.of(FrameEffect.late(Duration.ofMillis(7))).next(1));
    desk.add(FrameFault.of(FrameEffect.late(Duration.ofMillis(8))).next(2));
    assertThat(five()).containsExactly("wait 7", "wait 8", "1", "wait 8", "2", "3", "4", "5");
  }

  @Test
  void aSkipStaysInItsSubscription() {
    frames.of(frame("trade", 1, 1));
    desk.add(FrameFault.of(new FrameEffect.SequenceSkipped(2)).next(1));
    assertThat(five()).containsExactly("3", "4", "5", "6", "7");
    assertThat(frames.of(frame("trade", 2, 1)))
        .extracting(FaultyFramesTest::inShort)
        .containsExactly("1");
    assertThat(frames.of(new OutgoingFrame("ok", 4, 1, 6, null, OutgoingFrame.Kind.REPLY)))
        .extracting(FaultyFramesTest::inShort)
        .containsExactly("8");
  }

  @Test
  void whatEndsTheConnectionIsTheLast() {
    desk.add(FrameFault.of(new FrameEffect.Disconnected(1001)).next(1));
    desk.add(FrameFault.of(FrameEffect.DISCONNECTED).next(1));
    desk.add(FrameFault.of(FrameEffect.SILENCED).next(1));
    desk.add(FrameFault.of(FrameEffect.DUPLICATED).next(1));
    assertThat(five()).containsExactly("close 1001", "disconnect", "silent", "4", "4", "5");
  }

  @Test
  void answersToCommandsAlwaysCome() {
    desk.add(FrameFault.of(FrameEffect.DROPPED));
    assertThat(frames.of(new OutgoingFrame("ok", 4, 1, 6, null, OutgoingFrame.Kind.REPLY)))
        .extracting(FaultyFramesTest::inShort)
        .containsExactly("6");
    assertThat(five()).isEmpty();
  }

  @Test
  void onlyWhatIsAimedAtIsStruck() {
    desk.add(FrameFault.of(FrameEffect.DROPPED).on("ticker"));
    desk.add(FrameFault.of(FrameEffect.DROPPED).of(UserId.of("bob")));
    assertThat(five()).containsExactly("1", "2", "3", "4", "5");
    assertThat(frames.of(frame("ticker", 2, 1))).isEmpty();
  }

  @Test
  void oneSeedStrikesTheSameFramesOfAConnection() {
    FrameFault half =
        FrameFault.of(new FrameEffect.Delayed(Duration.ZERO, Duration.ofMillis(1000)))
            .withShare(0.5);
    desk.add(half.withSeed(3));
    List<String> first = five();
    FaultDesk again = new FaultDesk(ManualTimeSource.at(Instant.EPOCH));
    again.add(half.withSeed(3));
    assertThat(five(new FaultyFrames(again.connection(ANN)))).isEqualTo(first);
    assertThat(five(new FaultyFrames(again.connection(ANN)))).isNotEqualTo(first);
  }
}
