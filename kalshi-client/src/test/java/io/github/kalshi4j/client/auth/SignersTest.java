package io.github.kalshi4j.client.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.TestKeys;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to sign, each held against a verifier or a vector that is not ours. */
class SignersTest {
  private static final long TIME = 1703123456789L;
  private static final String BALANCE = "/trade-api/v2/portfolio/balance";

  /** The test vector of REST.md 3; its seed is that of RFC 8032, test 1. */
  private static final String VECTOR_KEY =
      "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

  private static String value(List<Header> headers, String name) {
    return headers.stream()
        .filter(header -> header.name().equals(name))
        .map(Header::value)
        .reduce((a, b) -> a + " and again " + b)
        .orElseThrow();
  }

  private static String signature(List<Header> headers) {
    return value(headers, "KALSHI-ACCESS-SIGNATURE");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /trade-api/v2/portfolio/balance,"
        + "caolQIFa1fF7caKRpD82JbF1w9tsbGMzaRudHdnCIwVEkhfFIlzIy4HeCQTeFteU9o8UTOmEvwbutRb9MEJbAA==",
    "DELETE, /trade-api/v2/portfolio/events/orders/batched,"
        + "v933MeERcJ0uP/2RR8/XKv5wol7jG8TlQe2HDJ0/cjYbH/6KLvfUEhFo8UbDfsO1SIdryfSDOJhOMnXCTqniAw=="
  })
  void signsWithEd25519AsThePublishedVectorsDo(String method, String path, String signature) {
    RequestSigner signer =
        Credentials.ofPem(
                TestKeys.ID,
                "-----BEGIN PRIVATE KEY-----\n" + VECTOR_KEY + "\n-----END PRIVATE KEY-----\n")
            .signer();

    List<Header> headers = signer.sign(TIME, method, path);

    assertThat(headers)
        .containsExactly(
            new Header("KALSHI-ACCESS-KEY", TestKeys.ID.value()),
            new Header("KALSHI-ACCESS-TIMESTAMP", "1703123456789"),
            new Header("KALSHI-ACCESS-SIGNATURE", signature));
    assertThat(signer.description()).isEqualTo("Ed25519");
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 2048, 2049, 3072, 4096})
  void signsWithRsaOfAnySizeAndWithNoOtherPadding(int size) throws GeneralSecurityException {
    KeyPair pair = TestKeys.generate("RSA", size, 1);
    byte[] text = (TIME + "GET" + BALANCE).getBytes(US_ASCII);

    for (String pem :
        List.of(PemTexts.traditional(pair.getPrivate()), PemTexts.pkcs8(pair.getPrivate()))) {
      RequestSigner signer = Credentials.ofPem(TestKeys.ID, pem).signer();
      List<Header> headers = signer.sign(TIME, "GET", BALANCE);
      byte[] signature = Base64.getDecoder().decode(signature(headers));

      assertThat(signer.description()).isEqualTo("RSA-" + size);
      assertThat(value(headers, "KALSHI-ACCESS-KEY")).isEqualTo(TestKeys.ID.value());
      assertThat(value(headers, "KALSHI-ACCESS-TIMESTAMP")).isEqualTo("1703123456789");
      assertThat(verifies(pair.getPublic(), pss("SHA-256", 32), text, signature)).isTrue();
      assertThat(verifies(pair.getPublic(), pss("SHA-256", 20), text, signature)).isFalse();
      assertThat(verifies(pair.getPublic(), pss("SHA-256", 64), text, signature)).isFalse();
      assertThat(verifies(pair.getPublic(), pss("SHA-1", 32), text, signature)).isFalse();
      assertThat(verifies(pair.getPublic(), null, text, signature)).isFalse();
      text[0]++;
      assertThat(verifies(pair.getPublic(), pss("SHA-256", 32), text, signature)).isFalse();
      text[0]--;
    }
  }

  private static PSSParameterSpec pss(String maskDigest, int salt) {
    return new PSSParameterSpec("SHA-256", "MGF1", new MGF1ParameterSpec(maskDigest), salt, 1);
  }

  /** Verifies with PSS, or with PKCS#1 v1.5 where there are no parameters. */
  private static boolean verifies(
      PublicKey key, @Nullable PSSParameterSpec parameters, byte[] text, byte[] signature) {
    try {
      Signature verifier =
          Signature.getInstance(parameters == null ? "SHA256withRSA" : "RSASSA-PSS");
      verifier.initVerify(key);
      if (parameters != null) {
        verifier.setParameter(parameters);
      }
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  @Test
  void signsWithKeysInMemory() {
    for (KeyPair pair : List.of(TestKeys.RSA, TestKeys.ED25519)) {
      List<Header> headers =
          Credentials.of(TestKeys.ID, pair.getPrivate()).signer().sign(TIME, "GET", BALANCE);

      assertThat(
              FakeExchange.verify(
                  pair.getPublic(),
                  (TIME + "GET" + BALANCE).getBytes(US_ASCII),
                  Base64.getDecoder().decode(signature(headers))))
          .isTrue();
    }
  }

  /** A key that its owner cannot see, as one in a hardware module. */
  private static final class HardwareKey implements PrivateKey {
    private static final long serialVersionUID = 1L;

    @Override
    public String getAlgorithm() {
      return "RSA";
    }

    @Override
    public @Nullable String getFormat() {
      return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
      return null;
    }
  }

  /** Signs with hardware keys alone; its signature tells that it was asked rightly. */
  public static final class HardwareSignature extends SignatureSpi {
    private boolean ready;

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
      if (!(key instanceof HardwareKey)) {
        throw new InvalidKeyException("not mine");
      }
    }

    @Override
    protected void engineSetParameter(AlgorithmParameterSpec parameters) {
      ready =
          parameters instanceof PSSParameterSpec pss
              && pss.getSaltLength() == 32
              && pss.getDigestAlgorithm().equals("SHA-256");
    }

    @Override
    protected void engineUpdate(byte b) {}

    @Override
    protected void engineUpdate(byte[] bytes, int from, int length) {}

    @Override
    protected byte[] engineSign() throws SignatureException {
      if (!ready) {
        throw new SignatureException("no parameters");
      }
      return new byte[] {1, 2, 3};
    }

    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
      throw new InvalidKeyException("not mine");
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
      return false;
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {}

    @Override
    @Deprecated
    protected @Nullable Object engineGetParameter(String name) {
      return null;
    }

    @Override
    protected @Nullable AlgorithmParameters engineGetParameters() {
      return null;
    }
  }

  private static final class HardwareProvider extends Provider {
    private static final long serialVersionUID = 1L;

    HardwareProvider() {
      super("kalshi4j-hardware", "1", "signs with keys that nobody sees");
      putService(
          new Service(
              this, "Signature", "RSASSA-PSS", HardwareSignature.class.getName(), List.of(), null) {
            @Override
            public Object newInstance(Object parameter) {
              return new HardwareSignature();
            }

            @Override
            public boolean supportsParameter(Object key) {
              return key instanceof HardwareKey;
            }
          });
    }
  }

  @Test
  void signsWithAKeyThatLivesInAHardwareModule() {
    Provider provider = new HardwareProvider();
    Security.addProvider(provider);
    try {
      RequestSigner signer = Credentials.of(TestKeys.ID, new HardwareKey()).signer();

      assertThat(signature(signer.sign(TIME, "GET", BALANCE))).isEqualTo("AQID");
      assertThat(signer.description()).isEqualTo("RSA");
    } finally {
      Security.removeProvider(provider.getName());
    }
  }

  @Test
  void refusesAKeyThatCannotSign() {
    assertThatThrownBy(() -> Credentials.of(TestKeys.ID, new HardwareKey()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("memory")
        .hasMessageContaining("cannot sign");
    PrivateKey tooShort = TestKeys.generate("RSA", 512).getPrivate();
    assertThatThrownBy(() -> Credentials.of(TestKeys.ID, tooShort))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("memory")
        .hasMessageContaining("cannot sign")
        .hasMessageContaining("RSA-512");
  }

  @Test
  void refusesAKeyInMemoryOfAnotherKind() {
    for (String kind : List.of("EC", "DSA")) {
      PrivateKey key = TestKeys.generate(kind, kind.equals("EC") ? 256 : 1024).getPrivate();
      assertThatThrownBy(() -> Credentials.of(TestKeys.ID, key))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("private key in memory is neither RSA nor Ed25519");
    }
  }

  @Test
  void signsWithHmacAsOthersDo() {
    // echo -n "1703123456789GET/trade-api/v2/portfolio/balance" |
    //   openssl dgst -sha256 -hmac Jefe -binary | base64
    List<Header> headers =
        new HmacSigner(TestKeys.ID, "Jefe".getBytes(US_ASCII)).sign(TIME, "GET", BALANCE);

    assertThat(headers)
        .containsExactly(
            new Header("KALSHI-ACCESS-KEY", TestKeys.ID.value()),
            new Header("KALSHI-ACCESS-TIMESTAMP", "1703123456789"),
            new Header("KALSHI-ACCESS-SIGNATURE", "5z4/1ZmAxoKPyQs/mvLNhLt4mV+3456mbD/dsJDGwMU="));
  }

  @Test
  void copiesTheHmacSecretAndRefusesNone() {
    byte[] secret = "Jefe".getBytes(US_ASCII);
    HmacSigner signer = new HmacSigner(TestKeys.ID, secret);
    List<Header> before = signer.sign(TIME, "GET", BALANCE);
    secret[0] = 0;

    assertThat(signer.sign(TIME, "GET", BALANCE)).isEqualTo(before);
    assertThatThrownBy(() -> new HmacSigner(TestKeys.ID, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("HMAC secret is empty");
  }

  @Test
  void sendsABearerTokenAndNothingElse() {
    assertThat(new BearerSigner("mF_9.B5f-4.1JqM").sign(TIME, "GET", BALANCE))
        .containsExactly(new Header("Authorization", "Bearer mF_9.B5f-4.1JqM"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "line\nbreak", "ümlaut", "tab\t", "nul\0"})
  void refusesABearerTokenThatCannotStandInAHeader(String token) {
    assertThatThrownBy(() -> new BearerSigner(token))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bearer token must be printable ASCII without spaces");
  }

  @Test
  void refusesABearerTokenTooShortToBeToldFromAWord() {
    assertThat(new BearerSigner("12345678")).hasToString("bearer token signer");
    assertThatThrownBy(() -> new BearerSigner("1234567"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bearer token must have at least 8 characters");
  }
}
