package app.clientele.passes.wallet;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Signs what a pass holds, apart from it, with all certificates and the time of signing. */
final class WalletSignature {
    private WalletSignature() {}

    static byte[] of(byte[] manifest, WalletIdentity identity) {
        try {
            var certificate = identity.chain().getFirst();
            String algorithm = "SHA256with" + name(identity.key().getAlgorithm());
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(
                                    new JcaDigestCalculatorProviderBuilder().build())
                            .build(
                                    new JcaContentSignerBuilder(algorithm).build(identity.key()),
                                    certificate));
            generator.addCertificates(new JcaCertStore(identity.chain()));
            return generator.generate(new CMSProcessableByteArray(manifest), false).getEncoded();
        } catch (CertificateEncodingException
                | CMSException
                | IOException
                | OperatorCreationException e) {
            throw new IllegalStateException("A pass can't be signed.", e);
        }
    }

    private static String name(String algorithm) {
        return algorithm.equals("EC") ? "ECDSA" : algorithm;
    }
}
