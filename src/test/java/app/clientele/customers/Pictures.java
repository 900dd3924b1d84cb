package app.clientele.customers;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures to send. */
public final class Pictures {
    private Pictures() {}

    /** One colour all over. */
    public static byte[] plain(String format, int width, int height, Color colour) {
        int type = format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var image = new BufferedImage(width, height, type);
        fill(image, 0, 0, width, height, colour);
        return written(image, format);
    }

    /** Red above blue, as a camera held that way would have stored it. */
    static byte[] held(int orientation) {
        boolean sideways = orientation > 4;
        var image =
                new BufferedImage(
                        sideways ? 300 : 200, sideways ? 200 : 300, BufferedImage.TYPE_INT_RGB);
        int width = image.getWidth();
        int height = image.getHeight();
        fill(image, 0, 0, width, height, Color.BLUE);
        switch (orientation) {
            case 1 -> fill(image, 0, 0, width, height / 2, Color.RED);
            case 3 -> fill(image, 0, height / 2, width, height / 2, Color.RED);
            case 6 -> fill(image, 0, 0, width / 2, height, Color.RED);
            default -> fill(image, width / 2, 0, width / 2, height, Color.RED);
        }
        return withOrientation(written(image, "jpg"), orientation);
    }

    private static void fill(
            BufferedImage image, int x, int y, int width, int height, Color colour) {
        Graphics2D graphics = image.createGraphics();
        graphics.setBackground(colour);
        graphics.clearRect(x, y, width, height);
        graphics.dispose();
    }

    private static byte[] written(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Puts the smallest possible Exif block behind a JPEG's first marker. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] both = Arrays.copyOf(jpeg, jpeg.length + exif.length);
        System.arraycopy(exif, 0, both, 2, exif.length);
        System.arraycopy(jpeg, 2, both, 2 + exif.length, jpeg.length - 2);
        return both;
    }

    /** A PNG that says it is huge; its pixels are missing. */
    static byte[] bomb(int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try (var png = new DataOutputStream(bytes)) {
            png.writeLong(0x89504e470d0a1a0aL);
            var header = new ByteArrayOutputStream();
            var fields = new DataOutputStream(header);
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[] {8, 6, 0, 0, 0});
            chunk(png, "IHDR", header.toByteArray());
            var pixels = new ByteArrayOutputStream();
            try (var zip = new DeflaterOutputStream(pixels)) {
                zip.write(new byte[1000]);
            }
            chunk(png, "IDAT", pixels.toByteArray());
            chunk(png, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream png, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        png.writeInt(data.length);
        png.write(name);
        png.write(data);
        png.writeInt((int) sum.getValue());
    }

    /** One green pixel. */
    public static byte[] webp() {
        return Base64.getDecoder()
                .decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    }
}
