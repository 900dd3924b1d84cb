package app.clientele.site;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import gg.jte.Content;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.springframework.web.util.HtmlUtils;

/** A text, such as an address, as a picture that a phone's camera reads. */
public final class QrCode {
    private static final int DOT = 8;

    private QrCode() {}

    /**
     * Drawn in black on white whatever the theme, as cameras expect it.
     *
     * @param label what it is, for those who do not see it
     */
    public static Content of(String address, String label) {
        String svg = svg(matrix(address), HtmlUtils.htmlEscape(label));
        return output -> output.writeContent(svg);
    }

    /** The same in dots, for paper: an address that is the picture itself. */
    public static String picture(String text) {
        BitMatrix dots = matrix(text);
        var image =
                new BufferedImage(
                        dots.getWidth() * DOT,
                        dots.getHeight() * DOT,
                        BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, dots.get(x / DOT, y / DOT) ? 0 : 0xFFFFFF);
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private static BitMatrix matrix(String address) {
        try {
            return new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0);
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String svg(BitMatrix dots, String label) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                if (dots.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg class=\"qr\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" shape-rendering=\"crispEdges\"><path class=\"qr-paper\" d=\"M0 0h%dv%dH0z\"/><path class=\"qr-dots\" d=\"%s\"/></svg>"
                .formatted(
                        dots.getWidth(),
                        dots.getHeight(),
                        label,
                        dots.getWidth(),
                        dots.getHeight(),
                        path);
    }
}
