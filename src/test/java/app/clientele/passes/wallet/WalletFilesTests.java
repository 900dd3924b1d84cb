package app.clientele.passes.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.business.Businesses;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.passes.Pass;
import app.clientele.passes.Passes;
import app.clientele.passes.Passes.PassDetails;
import app.clientele.site.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files for wallets, signed with a chain of certificates made here, and checked as a phone does.
 */
@ClienteleTest
class WalletFilesTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir Path folder;

    private static Pass pass() {
        return Cast.mia()
                .call(() -> {
                    var zoe = CustomerDetails.of(d -> d.firstName = "Zoë 李");
                    var customer = Cast.bean(Customers.class).create(zoe).id();
                    return Cast.bean(Passes.class).add(customer, new PassDetails(null, "Key ring"));
                });
    }

    private static WalletFiles files(Path certificate, String password) {
        return new WalletFiles(
                certificate.toString(),
                password,
                "pass.org.example.card",
                "A1B2C3D4E5",
                Cast.bean(Businesses.class),
                Cast.bean(Texts.class),
                JSON);
    }

    private static Map<String, byte[]> unzipped(byte[] file) throws IOException {
        Map<String, byte[]> found = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), zip.readAllBytes());
            }
        }
        return found;
    }

    @Test
    void aPhoneWouldTakeIt() throws Exception {
        var chain = SelfMade.chain(folder.resolve("pass.p12"), "secret");
        Pass pass = pass();
        byte[] file =
                Cast.mia()
                        .call(() ->
                                files(folder.resolve("pass.p12"), "secret")
                                        .of(pass, Locale.ENGLISH));
        Map<String, byte[]> held = unzipped(file);
        JsonNode said = JSON.readTree(held.get("pass.json"));
        assertThat(said.path("passTypeIdentifier").asString()).isEqualTo("pass.org.example.card");
        assertThat(said.path("teamIdentifier").asString()).isEqualTo("A1B2C3D4E5");
        assertThat(said.path("serialNumber").asString()).isEqualTo(pass.id().toString());
        assertThat(said.at("/generic/primaryFields/0/value").asString()).isEqualTo("Zoë 李");
        assertThat(said.at("/barcodes/0/message").asString())
                .isEqualTo(pass.code().replace("-", ""));
        assertThat(ImageIO.read(new ByteArrayInputStream(held.get("icon@2x.png"))).getWidth())
                .isEqualTo(58);
        everyFileIsInTheManifest(held);
        theSignatureHolds(held, chain);
    }

    private static void everyFileIsInTheManifest(Map<String, byte[]> held) throws Exception {
        JsonNode manifest = JSON.readTree(held.get("manifest.json"));
        assertThat(manifest.propertyNames())
                .containsExactlyInAnyOrder("pass.json", "icon.png", "icon@2x.png", "logo.png");
        for (String name : manifest.propertyNames()) {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(held.get(name));
            assertThat(manifest.path(name).asString()).isEqualTo(HexFormat.of().formatHex(digest));
        }
    }

    private static void theSignatureHolds(Map<String, byte[]> held, List<X509Certificate> chain)
            throws Exception {
        var manifest = new CMSProcessableByteArray(held.get("manifest.json"));
        var signed = new CMSSignedData(manifest, held.get("signature"));
        var signer = signed.getSignerInfos().getSigners().iterator().next();
        var holder = signed.getCertificates().getMatches(signer.getSID()).iterator().next();
        X509Certificate certificate =
                new JcaX509CertificateConverter()
                        .getCertificate((org.bouncycastle.cert.X509CertificateHolder) holder);
        var verifier = new JcaSimpleSignerInfoVerifierBuilder().build(certificate);
        assertThat(signer.verify(verifier)).isTrue();
        assertThat(signer.getSignedAttributes().toHashtable().keySet().toString())
                .contains("1.2.840.113549.1.9.5"); // the time of signing
        assertThat(certificate).isEqualTo(chain.getFirst());
        assertThat(signed.getCertificates().getMatches(null)).hasSize(2);
        var path = CertificateFactory.getInstance("X.509").generateCertPath(chain.subList(0, 2));
        var trusted = new PKIXParameters(Set.of(new TrustAnchor(chain.getLast(), null)));
        trusted.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX").validate(path, trusted);
        byte[] other = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var tampered = new CMSSignedData(new CMSProcessableByteArray(other), held.get("signature"));
        var again = tampered.getSignerInfos().getSigners().iterator().next();
        assertThatThrownBy(() -> again.verify(verifier))
                .hasMessageContaining("message-digest attribute value does not match");
    }

    @Test
    void whatIsSetWrongIsSaidAtTheStart() throws Exception {
        Path file = folder.resolve("pass.p12");
        SelfMade.chain(file, "secret");
        assertThatThrownBy(() -> files(file, "wrong")).hasMessageContaining("can't be read");
        assertThatThrownBy(() -> files(folder.resolve("none.p12"), "secret"))
                .hasMessageContaining("none.p12");
        Files.writeString(file, "not a certificate");
        assertThatThrownBy(() -> files(file, "secret")).hasMessageContaining("can't be read");
        assertThat(Cast.bean(WalletFiles.class).isSet()).isFalse();
    }
}
