package app.clientele.passes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.shared.Invalid;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Codes read off photos as phones take them: askew, grey, in the middle of other things. */
class PassPictureTests {
    private static final String CODE = "K6QF9CLD7KBC";

    @Test
    void barcodesAndQrCodesAreReadHoweverTheyLie() throws Exception {
        for (BarcodeFormat format : List.of(BarcodeFormat.QR_CODE, BarcodeFormat.CODE_128)) {
            for (int turned : List.of(0, 4, 90)) {
                assertThat(read(photo(format, CODE, turned)))
                        .as(format + " turned by " + turned)
                        .contains(CODE);
            }
        }
        assertThat(read(photo(BarcodeFormat.EAN_13, "4006381333931", 0))).contains("4006381333931");
    }

    @Test
    void aPhotoWithoutOneIsNoCode() throws Exception {
        assertThat(read(png(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB)))).isEmpty();
        assertThatThrownBy(
                        () -> read("no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(Invalid.class);
    }

    private static Optional<String> read(byte[] photo) {
        return PassPicture.read(new ByteArrayInputStream(photo));
    }

    private static byte[] photo(BarcodeFormat format, String code, int turned)
            throws WriterException, IOException {
        var image = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(226, 222, 214));
        pen.fillRect(0, 0, 1600, 1200);
        pen.rotate(Math.toRadians(turned), 800, 600);
        BitMatrix dots = new MultiFormatWriter().encode(code, format, 520, 320);
        int left = 800 - dots.getWidth() / 2;
        int top = 600 - dots.getHeight() / 2;
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                int grey = (dots.get(x, y) ? 40 : 205) + random.nextInt(30);
                pen.setColor(new Color(grey, grey, grey));
                pen.fillRect(left + x, top + y, 1, 1);
            }
        }
        pen.dispose();
        return png(image);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
