package app.clientele.passes.wallet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Whose passes a wallet trusts: a key with its certificate and those above it.
 *
 * @param chain their own certificate first
 */
record WalletIdentity(String passType, String team, PrivateKey key, List<X509Certificate> chain) {
    /**
     * Out of a file of the operator's.
     *
     * @throws IllegalStateException naming what is wrong with it
     */
    static WalletIdentity read(Path file, String password, String passType, String team) {
        if (passType.isBlank() || team.isBlank()) {
            throw new IllegalStateException(
                    "clientele.wallet.certificate is set, so clientele.wallet.pass-type and clientele.wallet.team have to be, too.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return of(store, password, passType, team);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "clientele.wallet.certificate: %s can't be read as PKCS#12 with clientele.wallet.password (%s)."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static WalletIdentity of(KeyStore store, String password, String passType, String team)
            throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
                List<X509Certificate> chain =
                        Arrays.stream(store.getCertificateChain(alias))
                                .map(X509Certificate.class::cast)
                                .toList();
                return new WalletIdentity(passType, team, key, chain);
            }
        }
        throw new GeneralSecurityException("there is no key in it");
    }
}
