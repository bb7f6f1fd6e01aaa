package io.github.kalshi4j.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.testing.TestKeys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds a secret never prints it, and neither does what refuses one. */
final class SecrecyLaws {
  private static final String RSA = PemTexts.pkcs8(TestKeys.RSA.getPrivate());
  private static final String TRADITIONAL = PemTexts.traditional(TestKeys.RSA.getPrivate());
  private static final String ED25519 = PemTexts.pkcs8(TestKeys.ED25519.getPrivate());

  @Provide
  Arbitrary<String> secrets() {
    return Arbitraries.strings().withCharRange('!', '~').ofMinLength(12).ofMaxLength(60);
  }

  @Provide
  Arbitrary<String> passphrases() {
    return Arbitraries.strings().withCharRange(' ', '\uD7FF').ofMinLength(10).ofMaxLength(30);
  }

  private static void assertHides(RequestSigner signer, String... secrets) {
    List<Header> headers = signer.sign(1703123456789L, "POST", "/trade-api/v2/portfolio");
    String seen =
        String.join(
            "\n",
            signer.toString(),
            signer.description(),
            headers.toString(),
            Credentials.of(signer).toString());

    Hidden.assertShowsNothing(seen, secrets);
    for (Header header : headers) {
      Hidden.assertShowsNothing(seen, header.value());
    }
  }

  @Property
  void noSignerPrintsItsSecret(@ForAll("secrets") String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.US_ASCII);

    assertHides(
        new HmacSigner(TestKeys.ID, bytes),
        secret,
        HexFormat.of().formatHex(bytes),
        Base64.getEncoder().encodeToString(bytes));
    assertHides(new BearerSigner(secret), secret);
  }

  @Property(tries = 50)
  void noCredentialsPrintTheirKey(@ForAll("secrets") String id) {
    for (String pem : List.of(RSA, TRADITIONAL, ED25519)) {
      assertHides(Credentials.ofPem(ApiKeyId.of(id), pem).signer(), PemTexts.body(pem));
    }
  }

  @Property
  void noRefusedTokenIsShown(@ForAll("secrets") String token) {
    Hidden.refusal(() -> new BearerSigner(token + '\n'), token);
    Hidden.refusal(() -> ApiKeyId.of(token + '\0' + token), token);
    Hidden.refusal(() -> Credentials.ofPem(TestKeys.ID, token), token);
    Hidden.refusal(
        () -> Credentials.ofPem(TestKeys.ID, "-----BEGIN PRIVATE KEY-----\n" + token), token);
  }

  @Property(tries = 40)
  void aPassphraseOpensItsKeyAndIsNeverShown(
      @ForAll("passphrases") String passphrase, @ForAll("passphrases") String other) {
    for (String pem :
        List.of(
            PemTexts.traditional(TestKeys.RSA.getPrivate(), passphrase, "AES-256-CBC"),
            PemTexts.pkcs8(TestKeys.ED25519.getPrivate(), passphrase, PemTexts.AES_256_CBC))) {
      Credentials credentials = Credentials.ofPem(TestKeys.ID, pem, passphrase.toCharArray());
      assertHides(credentials.signer(), passphrase);

      if (!other.equals(passphrase)) {
        String message =
            Hidden.refusal(
                () -> Credentials.ofPem(TestKeys.ID, pem, other.toCharArray()), passphrase, other);
        assertThat(message).contains("the passphrase does not open it");
      }
    }
  }

  @Property(tries = 100)
  void aDamagedKeyIsRefusedWithoutShowingIt(
      @ForAll("secrets") String junk, @ForAll("places") int place) {
    for (String pem : List.of(RSA, TRADITIONAL, ED25519)) {
      String body = PemTexts.body(pem);
      int at = place % (body.length() - 4);
      String damaged = body.substring(0, at) + body.substring(at + 4);
      String heading = pem.lines().findFirst().orElseThrow();
      String text = heading + '\n' + damaged + '\n' + heading.replace("BEGIN", "END");

      Hidden.refusal(() -> Credentials.ofPem(TestKeys.ID, text), damaged);
      Hidden.refusal(() -> Credentials.ofPem(TestKeys.ID, junk + text), damaged, junk);
    }
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 10_000);
  }
}
