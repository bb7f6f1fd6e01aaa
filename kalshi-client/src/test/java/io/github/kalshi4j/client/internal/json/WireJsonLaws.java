package io.github.kalshi4j.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What is written is read back as the same value, whatever the value. */
class WireJsonLaws {
  private static final long LAST_SECOND = 253_402_300_799L;

  private final Reading json = new Reading();

  record Text(Price price, Quantity quantity, Money money, NetPosition position, Instant time) {}

  record Units(
      @InUnits(Unit.CENTICENTS) Price price,
      @InUnits(Unit.CENTICONTRACTS) Quantity quantity,
      @InUnits(Unit.CENTS) Money cents,
      @InUnits(Unit.CENTICENTS) Money centicents,
      @InUnits(Unit.EPOCH_SECONDS) Instant seconds,
      @InUnits(Unit.EPOCH_MILLIS) Instant millis) {}

  @Test
  void everyPriceIsReadBack() {
    for (int centicents = 0; centicents <= 10_000; centicents++) {
      Text text = text(centicents, 0, 0, 0, Instant.EPOCH);
      assertThat(json.read(Text.class, json.write(text))).isEqualTo(text);
    }
  }

  @Property(tries = 500)
  void fixedPointTextIsReadBack(
      @ForAll @IntRange(max = 10_000) int price,
      @ForAll @LongRange(max = Long.MAX_VALUE) long quantity,
      @ForAll long money,
      @ForAll long position,
      @ForAll @LongRange(min = -62_135_596_800L, max = LAST_SECOND) long second,
      @ForAll @IntRange(max = 999_999_999) int nano) {
    Text text = text(price, quantity, money, position, Instant.ofEpochSecond(second, nano));

    assertThat(json.read(Text.class, json.write(text))).isEqualTo(text);
  }

  @Property(tries = 500)
  void fixedPointTextSaysTheNumberItself(
      @ForAll @LongRange(max = Long.MAX_VALUE) long quantity,
      @ForAll long money,
      @ForAll long position) {
    String written = json.write(text(5600, quantity, money, position, Instant.EPOCH));

    assertThat(written).contains("\"price\":\"0.5600\"");
    assertThat(field(written, "quantity")).isEqualTo(BigDecimal.valueOf(quantity, 2));
    assertThat(field(written, "money")).isEqualByComparingTo(BigDecimal.valueOf(money, 6));
    assertThat(field(written, "money").scale()).isIn(4, 5, 6);
    assertThat(field(written, "position")).isEqualTo(BigDecimal.valueOf(position, 2));
  }

  @Property(tries = 500)
  void countsOfUnitsAreReadBack(
      @ForAll @IntRange(max = 10_000) int price,
      @ForAll @LongRange(max = Long.MAX_VALUE) long quantity,
      @ForAll @LongRange(min = Long.MIN_VALUE / 10_000, max = Long.MAX_VALUE / 10_000) long cents,
      @ForAll @LongRange(min = Long.MIN_VALUE / 100, max = Long.MAX_VALUE / 100) long centicents,
      @ForAll @LongRange(min = -62_135_596_800L, max = LAST_SECOND) long second,
      @ForAll @IntRange(max = 999) int milli) {
    Units units =
        new Units(
            Price.ofCenticents(price),
            Quantity.ofHundredths(quantity),
            Money.ofCents(cents),
            Money.ofMicros(centicents * 100),
            Instant.ofEpochSecond(second),
            Instant.ofEpochSecond(second, milli * 1_000_000L));

    assertThat(json.read(Units.class, json.write(units))).isEqualTo(units);
  }

  @Property(tries = 500)
  void zerosBeyondTheScaleChangeNothing(
      @ForAll @IntRange(max = 10_000) int centicents,
      @ForAll @LongRange(max = Long.MAX_VALUE) long hundredths,
      @ForAll @IntRange(max = 8) int zeros) {
    PriceAndCount level =
        new PriceAndCount(Price.ofCenticents(centicents), Quantity.ofHundredths(hundredths));
    String more = "0".repeat(zeros);

    assertThat(
            json.read(
                PriceAndCount.class,
                "[\"" + level.price() + more + "\",\"" + level.quantity() + more + "\"]"))
        .isEqualTo(level);
  }

  @Property(tries = 500)
  void anyOtherDigitBeyondTheScaleIsRefused(
      @ForAll @IntRange(max = 10_000) int centicents,
      @ForAll @IntRange(max = 8) int zeros,
      @ForAll @IntRange(min = 1, max = 9) int digit) {
    String price = Price.ofCenticents(centicents) + "0".repeat(zeros) + digit;

    json.refuses(PriceAndCount.class, "[\"" + price + "\",\"1.00\"]")
        .hasMessage("[0]: more than 4 decimal places: \"" + price + "\"");
  }

  private static Text text(int price, long quantity, long money, long position, Instant time) {
    return new Text(
        Price.ofCenticents(price),
        Quantity.ofHundredths(quantity),
        Money.ofMicros(money),
        new NetPosition(position),
        time);
  }

  private static BigDecimal field(String json, String name) {
    return new BigDecimal(json.replaceAll(".*\"" + name + "\":\"([^\"]*)\".*", "$1"));
  }
}
