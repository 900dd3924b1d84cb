package app.clientele.passes.wallet;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The sign a wallet shows a pass by: a card, drawn here as no font may be at hand. */
final class WalletIcon {
    private static final Color GROUND = new Color(52, 46, 120);

    private WalletIcon() {}

    /** A square of so many dots. */
    static byte[] of(int side) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(GROUND);
            pen.fillRoundRect(0, 0, side, side, side / 3, side / 3);
            pen.setColor(Color.WHITE);
            pen.fillRoundRect(side / 6, side / 4, side * 2 / 3, side / 2, side / 8, side / 8);
            pen.setColor(GROUND);
            pen.fillRect(side / 6, side * 3 / 8, side * 2 / 3, Math.max(1, side / 12));
        } finally {
            pen.dispose();
        }
        return png(image);
    }

    private static byte[] png(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
