package app.clientele.site;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A request whose body is digested as it is read, and not kept. */
final class DigestedRequest extends HttpServletRequestWrapper {
    private final MessageDigest digest = Fingerprint.sha256();
    private @Nullable ServletInputStream body;

    DigestedRequest(HttpServletRequest request) {
        super(request);
    }

    /** Of what has been read of the body. */
    byte[] digest() {
        return digest.digest();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new WatchedBody(getRequest().getInputStream(), digest::update);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String named = getCharacterEncoding();
        Charset charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }
}
