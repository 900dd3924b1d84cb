package app.clientele.passes.wallet;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate for passes, the one it was issued by, and their root. */
final class SelfMade {
    private SelfMade() {}

    /**
     * Puts key, certificate and the one above it into a file, as an operator does.
     *
     * @return the certificate, the one above it, the root
     */
    static List<X509Certificate> chain(Path file, String password) throws Exception {
        KeyPair root = pair();
        KeyPair middle = pair();
        KeyPair own = pair();
        X509Certificate top = issued("Root", root, "Root", root, true);
        X509Certificate above = issued("Issuer", middle, "Root", root, true);
        X509Certificate certificate = issued("Pass", own, "Issuer", middle, false);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "pass",
                own.getPrivate(),
                password.toCharArray(),
                new Certificate[] {certificate, above});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return List.of(certificate, above, top);
    }

    private static KeyPair pair() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static X509Certificate issued(
            String name, KeyPair pair, String by, KeyPair issuer, boolean authority)
            throws Exception {
        Instant now = Instant.now();
        var builder =
                new JcaX509v3CertificateBuilder(
                        new X500Principal("CN=" + by),
                        BigInteger.valueOf(System.nanoTime()),
                        Date.from(now.minus(1, ChronoUnit.DAYS)),
                        Date.from(now.plus(30, ChronoUnit.DAYS)),
                        new X500Principal("CN=" + name),
                        pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(issuer.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }
}
