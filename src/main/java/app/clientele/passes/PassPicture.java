package app.clientele.passes;

import app.clientele.customers.Picture;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** Reads the code off a photo of a pass, for devices whose browsers can't. */
public final class PassPicture {
    private PassPicture() {}

    /**
     * The text of the barcode or QR code in it, if there is one.
     *
     * @throws app.clientele.shared.Invalid on {@code photo} when it is no picture
     */
    public static Optional<String> read(InputStream photo) {
        BufferedImage image = Picture.upright(photo);
        int width = image.getWidth();
        int height = image.getHeight();
        int[] dots = image.getRGB(0, 0, width, height, null, 0, width);
        var bitmap =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, dots)));
        try {
            var hints = Map.of(DecodeHintType.TRY_HARDER, true);
            return Optional.of(new MultiFormatReader().decode(bitmap, hints).getText());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
