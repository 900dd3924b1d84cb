package app.clientele;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/** A form with one file in it, as a browser would send it; one character is one byte of it. */
record Multipart(String boundary, StringBuilder body) {
    static Multipart of(String field, String fileName, byte[] content) {
        var form = new Multipart("----clientele-test-boundary", new StringBuilder());
        var name = new String(fileName.getBytes(UTF_8), ISO_8859_1);
        form.part(
                "name=\"" + field + "\"; filename=\"" + name + "\"",
                new String(content, ISO_8859_1));
        return form;
    }

    Multipart with(String name, String value) {
        part("name=\"" + name + "\"", value);
        return this;
    }

    private void part(String what, String content) {
        body.append("--" + boundary + "\r\nContent-Disposition: form-data; " + what);
        body.append("\r\n\r\n").append(content).append("\r\n");
    }

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher publisher() {
        return BodyPublishers.ofString(body + "--" + boundary + "--\r\n", ISO_8859_1);
    }
}
