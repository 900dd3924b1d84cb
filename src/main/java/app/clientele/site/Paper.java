package app.clientele.site;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Prints a page made for paper as a PDF. */
@Component
public class Paper {
    private static final String FONTS = "net/sf/jasperreports/fonts/dejavu/DejaVuSans";
    private static final String STYLE = style();

    Paper() {}

    private static String style() {
        try (InputStream in = Paper.class.getResourceAsStream("paper.css")) {
            return "<style>"
                    + new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    + "</style></head>";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole page; its style is put to it. */
    public byte[] print(String page) {
        String html = page.replaceFirst("</head>", STYLE);
        var out = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder();
            builder.useFastMode();
            // names are written in many scripts, which the fonts every reader has do not know
            builder.useFont(() -> font(".ttf"), "Paper", 400, FontStyle.NORMAL, true);
            builder.useFont(() -> font("-Bold.ttf"), "Paper", 700, FontStyle.NORMAL, true);
            // nothing is fetched: all of it stands in the page itself, pictures, too
            builder.useUriResolver((base, uri) -> uri.startsWith("data:image/") ? uri : null);
            builder.withHtmlContent(html, null);
            builder.toStream(out);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static InputStream font(String face) {
        try {
            return new ClassPathResource(FONTS + face).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
