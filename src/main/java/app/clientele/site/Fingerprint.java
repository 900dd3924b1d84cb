package app.clientele.site;

import app.clientele.shared.Caller;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.util.StringUtils;
import org.springframework.web.util.WebUtils;

/** What tells one request from another under the same key: who asks, for what, with which body. */
final class Fingerprint {
    private Fingerprint() {}

    static byte[] of(HttpServletRequest request) throws IOException, ServletException {
        MessageDigest digest = sha256();
        String head =
                Caller.current().actor()
                        + " "
                        + request.getRequestURI()
                        + "?"
                        + request.getQueryString()
                        + "\n";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        if (StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/")) {
            for (Part part : request.getParts()) {
                digest.update(of(part));
            }
        } else {
            var read = WebUtils.getNativeRequest(request, DigestedRequest.class);
            digest.update(read == null ? new byte[0] : read.digest());
        }
        return digest.digest();
    }

    /** Not of the bytes that came: the mark between the parts is another one each time. */
    private static byte[] of(Part part) throws IOException {
        MessageDigest digest = sha256();
        String head = part.getName() + "\n" + part.getSubmittedFileName() + "\n";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        try (InputStream content = new DigestInputStream(part.getInputStream(), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
