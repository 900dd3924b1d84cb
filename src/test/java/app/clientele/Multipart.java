package app.clientele;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/** A form with one file in it, as a browser would send it. */
record Multipart(String boundary, StringBuilder body) {
    static Multipart of(String field, String fileName, String content) {
        var form = new Multipart("----clientele-test-boundary", new StringBuilder());
        form.part("name=\"" + field + "\"; filename=\"" + fileName + "\"", content);
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
        return BodyPublishers.ofString(body + "--" + boundary + "--\r\n", UTF_8);
    }
}
