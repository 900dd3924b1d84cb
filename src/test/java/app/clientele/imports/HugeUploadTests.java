package app.clientele.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.shared.Permission;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A file larger than anything that is taken (D8, D11): refused in words, at once, kept nowhere. */
@ClienteleTest
class HugeUploadTests {
    private static final long TWO_GIGABYTES = 2L << 30;
    private static final String HEAD =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n\r\nName\n";

    @Test
    void isRefusedByThePageInWords() throws Exception {
        String answer = send("/imports", "Cookie: clientele=" + Cast.mia().session());
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("text/html", "That file is too large");
    }

    @Test
    void isRefusedByTheApiInWords() throws Exception {
        String key = Cast.api(Permission.CUSTOMER_IMPORT).key();
        String answer = send("/api/v1/imports", "Authorization: Bearer " + key);
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "\"status\":413");
    }

    @Test
    void isRefusedToWhoMayNotWithoutBeingRead() throws Exception {
        assertThat(send("/imports", "Cookie: none=1")).startsWith("HTTP/1.1 303");
        assertThat(send("/api/v1/imports", "Authorization: Bearer ck_wrong"))
                .startsWith("HTTP/1.1 401");
    }

    /** Sends until the server has heard enough, and returns what it said. */
    private static String send(String path, String header) throws IOException {
        var url = URI.create(Cast.url());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(30_000);
            String head =
                    """
                    POST %s HTTP/1.1
                    Host: 127.0.0.1
                    Accept: */*
                    %s
                    Content-Type: multipart/form-data; boundary=x
                    Content-Length: %d

                    """
                            .formatted(path, header, TWO_GIGABYTES)
                            .replace("\n", "\r\n");
            socket.getOutputStream().write((head + HEAD).getBytes(ISO_8859_1));
            Thread.ofVirtual().start(() -> pour(socket));
            return new String(socket.getInputStream().readNBytes(20_000), UTF_8);
        }
    }

    private static void pour(Socket socket) {
        byte[] lines = "a,b,c\n".repeat(1_000).getBytes(ISO_8859_1);
        try {
            OutputStream out = socket.getOutputStream();
            for (long sent = 0; sent < TWO_GIGABYTES; sent += lines.length) {
                out.write(lines);
            }
        } catch (IOException e) {
            // the server has heard enough
        }
    }
}
