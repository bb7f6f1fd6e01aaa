package io.github.kalshi4j.client.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.testing.TestKeys;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

/** In which forms a private key is taken, and with which words what is none is refused. */
class PemKeyTest {
  private static final PrivateKey RSA = TestKeys.RSA.getPrivate();
  private static final PrivateKey ED25519 = TestKeys.ED25519.getPrivate();
  private static final KeyPair ELLIPTIC = TestKeys.generate("EC", 256);
  private static final PrivateKey DSA = TestKeys.generate("DSA", 1024).getPrivate();
  private static final String PASSPHRASE = "correct horse battery staple";

  private static String kindOf(String pem) {
    return Credentials.ofPem(TestKeys.ID, pem).signer().description();
  }

  private static String kindOf(String pem, String passphrase) {
    return Credentials.ofPem(TestKeys.ID, pem, passphrase.toCharArray()).signer().description();
  }

  /** Returns the message with which a text is refused, which shows none of it. */
  private static String refusal(String text) {
    return Hidden.refusal(() -> Credentials.ofPem(TestKeys.ID, text), secretsOf(text));
  }

  private static String[] secretsOf(String pem) {
    String body = PemTexts.body(pem);
    List<String> secrets = new ArrayList<>(List.of(body));
    try {
      secrets.add(HexFormat.of().formatHex(Base64.getDecoder().decode(body)));
    } catch (IllegalArgumentException e) {
      // not Base64, so it has no other form
    }
    return secrets.toArray(String[]::new);
  }

  @Test
  void takesTheKindFromTheKeyAlthoughTheHeadingsAreTheSame() {
    String rsa = PemTexts.pkcs8(RSA);
    String ed25519 = PemTexts.pkcs8(ED25519);

    assertThat(rsa.lines().findFirst()).isEqualTo(ed25519.lines().findFirst());
    assertThat(kindOf(rsa)).isEqualTo("RSA-2048");
    assertThat(kindOf(ed25519)).isEqualTo("Ed25519");
  }

  @Test
  void readsBothFormsOfRsa() {
    assertThat(PemTexts.traditional(RSA)).startsWith("-----BEGIN RSA PRIVATE KEY-----\n");
    assertThat(kindOf(PemTexts.traditional(RSA))).isEqualTo("RSA-2048");
    assertThat(PemTexts.pkcs8(RSA)).startsWith("-----BEGIN PRIVATE KEY-----\n");
    assertThat(kindOf(PemTexts.pkcs8(RSA))).isEqualTo("RSA-2048");
  }

  @Test
  void readsPemHoweverItWasPastedOrTransported() {
    for (String pem :
        List.of(PemTexts.traditional(RSA), PemTexts.pkcs8(RSA), PemTexts.pkcs8(ED25519))) {
      String kind = kindOf(pem);
      Map<String, String> forms =
          Map.of(
              "with escaped line ends", pem.replace("\n", "\\n"),
              "with escaped Windows line ends", pem.replace("\n", "\\r\\n"),
              "with Windows line ends", pem.replace("\n", "\r\n"),
              "with text before it", "Bag Attributes\n  friendlyName: bot\n" + pem,
              "with text after it", pem + "\nend of file\n",
              "with spaces around it", "\n \t" + pem + "  \n\n",
              "with indented lines", pem.indent(4),
              "on one line with spaces", pem.strip().replace('\n', ' '),
              "on one line with nothing", pem.replace("\n", ""),
              "with a byte order mark", '\uFEFF' + pem);

      forms.forEach((form, text) -> {
        assertThat(kindOf(text)).as(form).isEqualTo(kind);
      });
    }
  }

  @Test
  void readsBareBase64() {
    for (String pem :
        List.of(PemTexts.pkcs8(ED25519), PemTexts.pkcs8(RSA), PemTexts.traditional(RSA))) {
      String kind = kindOf(pem);
      String body = PemTexts.body(pem);

      assertThat(kindOf(body)).isEqualTo(kind);
      assertThat(kindOf(body.replaceAll("(.{64})", "$1\r\n"))).isEqualTo(kind);
      assertThat(kindOf(body.replaceAll("(.{64})", "$1\\\\n"))).isEqualTo(kind);
    }
  }

  @Test
  void findsTheKeyBesideOtherThings() throws Exception {
    String certificate = certificate();

    assertThat(kindOf(certificate + PemTexts.pkcs8(RSA))).isEqualTo("RSA-2048");
    assertThat(kindOf(PemTexts.pkcs8(ED25519) + certificate)).isEqualTo("Ed25519");
  }

  @Test
  void opensEncryptedKeysWithTheirPassphrase() {
    // OpenSSL asks on a terminal, and so takes UTF-8.
    for (String passphrase : List.of(PASSPHRASE, "größer als ₿ 1", " ")) {
      assertThat(kindOf(PemTexts.traditional(RSA, passphrase, "AES-256-CBC"), passphrase))
          .isEqualTo("RSA-2048");
      assertThat(kindOf(PemTexts.traditional(RSA, passphrase, "DES-EDE3-CBC"), passphrase))
          .isEqualTo("RSA-2048");
      assertThat(kindOf(PemTexts.pkcs8(RSA, passphrase, PemTexts.AES_256_CBC), passphrase))
          .isEqualTo("RSA-2048");
      assertThat(kindOf(PemTexts.pkcs8(ED25519, passphrase, PemTexts.AES_256_CBC), passphrase))
          .isEqualTo("Ed25519");
    }
    assertThat(kindOf(PemTexts.pkcs8(RSA, PASSPHRASE, PemTexts.SHA1_3DES), PASSPHRASE))
        .isEqualTo("RSA-2048");
  }

  @Test
  void opensEncryptedKeysOnOneLine() {
    for (String pem :
        List.of(
            PemTexts.traditional(RSA, PASSPHRASE, "AES-128-CBC"),
            PemTexts.pkcs8(RSA, PASSPHRASE, PemTexts.AES_256_CBC))) {
      assertThat(kindOf(pem.replace("\n", "\\n"), PASSPHRASE)).isEqualTo("RSA-2048");
      assertThat(kindOf(pem.replace("\n", "\r\n"), PASSPHRASE)).isEqualTo("RSA-2048");
    }
  }

  @Test
  void doesNotMindAPassphraseThatIsNotNeeded() {
    assertThat(kindOf(PemTexts.pkcs8(RSA), PASSPHRASE)).isEqualTo("RSA-2048");
  }

  @Test
  void asksForAPassphraseThatIsMissing() {
    for (String pem :
        List.of(
            PemTexts.traditional(RSA, PASSPHRASE, "AES-256-CBC"),
            PemTexts.pkcs8(ED25519, PASSPHRASE, PemTexts.AES_256_CBC))) {
      assertThat(refusal(pem))
          .startsWith("private key in the given text is encrypted and needs a passphrase");
    }
  }

  @Test
  void refusesEveryWrongPassphraseInTheSameWords() {
    String legacy = PemTexts.traditional(RSA, PASSPHRASE, "AES-256-CBC");
    String pkcs8 = PemTexts.pkcs8(RSA, PASSPHRASE, PemTexts.AES_256_CBC);

    String refusal = refusal(pkcs8, "wrong");

    assertThat(refusal)
        .isEqualTo(
            "private key in the given text is encrypted, and the passphrase does not open it");
    // One in 256 leaves what looks like padding, and is no key for another reason.
    for (int i = 0; i < 600; i++) {
      assertThat(refusal(legacy, "guess-number-" + i)).isEqualTo(refusal);
    }
    assertThat(refusal(legacy, "")).isEqualTo(refusal);
    assertThat(refusal(pkcs8, "")).isEqualTo(refusal);
  }

  private static String refusal(String pem, String passphrase) {
    return Hidden.refusal(
        () -> Credentials.ofPem(TestKeys.ID, pem, passphrase.toCharArray()),
        PemTexts.body(pem).substring(PemTexts.body(pem).length() - 40),
        passphrase);
  }

  @Test
  void saysWhatIsNoPrivateKey() throws Exception {
    assertThat(refusal(PemTexts.of("PUBLIC KEY", TestKeys.RSA.getPublic().getEncoded())))
        .isEqualTo("private key in the given text is no private key but a public key");
    assertThat(refusal(certificate()))
        .isEqualTo("private key in the given text is no private key but a certificate");
    assertThat(
            refusal(PemTexts.of("EC PARAMETERS", HexFormat.of().parseHex("06082a8648ce3d030107"))))
        .isEqualTo("private key in the given text is no private key but something else");
  }

  @Test
  void saysWhichOtherAlgorithmAKeyIsOf() {
    String parameters =
        PemTexts.of("EC PARAMETERS", HexFormat.of().parseHex("06082a8648ce3d030107"));

    for (String pem :
        List.of(
            PemTexts.pkcs8(ELLIPTIC.getPrivate()),
            PemTexts.traditional(ELLIPTIC.getPrivate()),
            parameters + PemTexts.traditional(ELLIPTIC.getPrivate()))) {
      assertThat(refusal(pem))
          .startsWith("private key in the given text is neither RSA nor Ed25519")
          .contains("1.2.840.10045.2.1");
    }
    for (String pem : List.of(PemTexts.pkcs8(DSA), PemTexts.traditional(DSA))) {
      assertThat(refusal(pem))
          .startsWith("private key in the given text is neither RSA nor Ed25519")
          .contains("1.2.840.10040.4.1");
    }
  }

  @Test
  void refusesTheFormOfOpenSshWithAWayOut() {
    String openSsh =
        PemTexts.of("OPENSSH PRIVATE KEY", "openssh-key-v1\0 and so on".getBytes(US_ASCII));

    assertThat(refusal(openSsh))
        .startsWith("private key in the given text is in the form of OpenSSH")
        .contains("ssh-keygen -p -m PKCS8");
  }

  @Test
  void refusesNothingAndGarbage() {
    for (String nothing : List.of("", " ", "\n\r\n", "\\n", "\uFEFF")) {
      assertThat(refusal(nothing)).isEqualTo("private key in the given text is empty");
    }
    // "MAA=" and its like are well-formed, but end before a key begins
    for (String garbage :
        List.of("garbage", "/home/trader/kalshi.pem", "MAA=", "MAMCAQA=", "AAAA", "!", "MIIB")) {
      assertThat(refusal(garbage))
          .isEqualTo("private key in the given text is neither PEM nor the Base64 of a key");
    }
    for (String garbage :
        List.of(
            "-----BEGIN PRIVATE KEY-----",
            "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
            PemTexts.of("PRIVATE KEY", "not a key at all".getBytes(US_ASCII)),
            PemTexts.of("PRIVATE KEY", new byte[] {0x30, 0}),
            PemTexts.of("RSA PRIVATE KEY", ED25519.getEncoded()),
            PemTexts.of("ENCRYPTED PRIVATE KEY", RSA.getEncoded()),
            PemTexts.of("NONSENSE", RSA.getEncoded()))) {
      assertThat(refusal(garbage)).startsWith("private key in the given text is damaged");
    }
  }

  @Test
  void refusesAKeyThatWasCutAnywhere() {
    for (String pem :
        List.of(PemTexts.traditional(RSA), PemTexts.pkcs8(RSA), PemTexts.pkcs8(ED25519))) {
      String kept = pem.strip();
      String ending = kept.substring(kept.lastIndexOf("-----END"));
      int body = kept.indexOf('\n') + 1;
      for (int length = body; length < kept.length(); length += 37) {
        assertThat(refusal(kept.substring(0, length))).startsWith("private key in the given text");
      }
      for (int length = body; length < kept.length() - ending.length() - 4; length += 37) {
        assertThat(refusal(kept.substring(0, length) + "\n" + ending))
            .startsWith("private key in the given text is damaged");
      }
      String bare = PemTexts.body(pem);
      for (int length = 1; length < bare.length() - 4; length += 37) {
        assertThat(refusal(bare.substring(0, length)))
            .isEqualTo("private key in the given text is neither PEM nor the Base64 of a key");
      }
    }
  }

  @Test
  void refusesAnRsaKeyOfWhichAByteIsWrong() {
    byte[] encoded = RSA.getEncoded();

    for (int at = encoded.length - 10; at > encoded.length / 2; at -= 40) {
      byte[] damaged = encoded.clone();
      damaged[at] ^= 0x10;
      assertThat(refusal(PemTexts.of("PRIVATE KEY", damaged)))
          .startsWith("private key in the given text ");
    }
  }

  private static String certificate() throws Exception {
    X500Name name = new X500Name("CN=kalshi4j test");
    byte[] encoded =
        new X509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(Instant.EPOCH),
                Date.from(Instant.EPOCH.plusSeconds(1)),
                name,
                SubjectPublicKeyInfo.getInstance(TestKeys.RSA.getPublic().getEncoded()))
            .build(new JcaContentSignerBuilder("SHA256withRSA").build(RSA))
            .getEncoded();
    return PemTexts.of("CERTIFICATE", encoded);
  }
}
