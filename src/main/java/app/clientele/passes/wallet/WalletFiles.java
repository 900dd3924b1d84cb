package app.clientele.passes.wallet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.passes.Pass;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.site.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a pass a file that a phone keeps in its wallet, where the operator has a certificate for
 * it.
 */
@Service
public class WalletFiles {
    private final @Nullable WalletIdentity identity;
    private final Businesses businesses;
    private final Texts texts;
    private final JsonMapper json;

    WalletFiles(
            @Value("${clientele.wallet.certificate:}") String certificate,
            @Value("${clientele.wallet.password:}") String password,
            @Value("${clientele.wallet.pass-type:}") String passType,
            @Value("${clientele.wallet.team:}") String team,
            Businesses businesses,
            Texts texts,
            JsonMapper json) {
        this.identity =
                certificate.isBlank()
                        ? null
                        : WalletIdentity.read(Path.of(certificate), password, passType, team);
        this.businesses = businesses;
        this.texts = texts;
        this.json = json;
    }

    /** Whether any can be made. */
    @Open("what this installation can do is no secret")
    public boolean isSet() {
        return identity != null;
    }

    /**
     * The file.
     *
     * @throws NotFound when no certificate is set
     */
    @Open("whoever has the pass asked for their own permission")
    public byte[] of(Pass pass, Locale locale) {
        if (identity == null) {
            throw new NotFound("wallet");
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("pass.json", json.writeValueAsBytes(said(pass, identity, locale)));
        files.put("icon.png", WalletIcon.of(29));
        files.put("icon@2x.png", WalletIcon.of(58));
        files.put("logo.png", WalletIcon.of(50));
        byte[] manifest = json.writeValueAsBytes(digests(files));
        files.put("manifest.json", manifest);
        files.put("signature", WalletSignature.of(manifest, identity));
        return zipped(files);
    }

    private Map<String, Object> said(Pass pass, WalletIdentity signer, Locale locale) {
        Business business = businesses.current();
        String title = texts.text(locale, "passes.card");
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("formatVersion", 1);
        said.put("passTypeIdentifier", signer.passType());
        said.put("teamIdentifier", signer.team());
        said.put("serialNumber", pass.id().toString());
        said.put("organizationName", business.name());
        said.put("description", title + ", " + business.name());
        said.put("logoText", business.name());
        said.put("foregroundColor", "rgb(255, 255, 255)");
        said.put("labelColor", "rgb(214, 214, 235)");
        said.put("backgroundColor", "rgb(52, 46, 120)");
        said.put("generic", fields(pass, title));
        said.put("barcodes", List.of(barcode(pass)));
        return said;
    }

    private static Map<String, Object> fields(Pass pass, String title) {
        String name = pass.customer() == null ? pass.code() : pass.customer();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("primaryFields", List.of(field("name", title, requireNonNull(name))));
        if (pass.label() != null) {
            fields.put("secondaryFields", List.of(field("label", "", pass.label())));
        }
        return fields;
    }

    private static Map<String, String> field(String key, String label, String value) {
        return Map.of("key", key, "label", label, "value", value);
    }

    private static Map<String, String> barcode(Pass pass) {
        return Map.of(
                "format",
                "PKBarcodeFormatQR",
                "message",
                pass.scanned(),
                "messageEncoding",
                "utf-8",
                "altText",
                pass.code());
    }

    /** The format wants this digest; what counts is the signature over all of them. */
    private static Map<String, String> digests(Map<String, byte[]> files) {
        Map<String, String> digests = new LinkedHashMap<>();
        files.forEach((name, content) -> digests.put(name, digest(content)));
        return digests;
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zipped(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
