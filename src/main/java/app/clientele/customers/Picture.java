package app.clientele.customers;

import app.clientele.shared.Invalid;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * A picture somebody sent, read with care: by what it is and not by its name, its dimensions before
 * its pixels, and never larger in memory than needed.
 */
public final class Picture {
    private static final int LARGEST_FILE = 10 * 1024 * 1024;
    private static final long MOST_PIXELS = 40_000_000;
    private static final int DECODED_SIDE = 1024;
    private static final double DECODED_PIXELS = 4_000_000;
    private static final Set<String> FORMATS = Set.of("jpeg", "png", "webp", "gif");

    /** Decoding is hungry: two at a time are enough. */
    private static final Semaphore DECODING = new Semaphore(2);

    private final byte[] small;
    private final byte[] large;

    private Picture(BufferedImage upright) {
        small = square(upright, 96);
        large = square(upright, 512);
    }

    /** The middle of it as a JPEG for lists. */
    byte[] small() {
        return small;
    }

    /** The middle of it as a JPEG to look at. */
    byte[] large() {
        return large;
    }

    /** No more than is looked at: the rest of something huge stays where it is. */
    private static byte[] bytes(InputStream upload) {
        try {
            return upload.readNBytes(LARGEST_FILE + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a JPEG, PNG, WebP or GIF, whatever its name says. It may take a while, and wait for
     * others: not inside a transaction.
     *
     * @throws Invalid on {@code photo}, saying what is wrong with the file
     */
    public static Picture read(InputStream upload) {
        return new Picture(upright(upload));
    }

    /**
     * The whole of it, the right way up and no larger than needed.
     *
     * @throws Invalid on {@code photo}, saying what is wrong with the file
     */
    public static BufferedImage upright(InputStream upload) {
        byte[] file = bytes(upload);
        if (file.length == 0) {
            throw new Invalid("photo", "required");
        }
        if (file.length > LARGEST_FILE) {
            throw new Invalid("photo", "photo_too_large", LARGEST_FILE / 1024 / 1024);
        }
        DECODING.acquireUninterruptibly();
        try (ImageInputStream input =
                ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            return upright(opaque(decode(input)), orientation(file));
        } catch (Invalid refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw new Invalid("photo", "photo_unreadable");
        } finally {
            DECODING.release();
        }
    }

    private static BufferedImage decode(ImageInputStream input) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            throw new Invalid("photo", "photo_format");
        }
        ImageReader reader = readers.next();
        try {
            if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                throw new Invalid("photo", "photo_format");
            }
            reader.setInput(input, true, true);
            return reader.read(0, smaller(reader));
        } finally {
            reader.dispose();
        }
    }

    private static ImageReadParam smaller(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            throw new Invalid("photo", "photo_too_many_pixels", MOST_PIXELS / 1_000_000);
        }
        long side = Math.min(width, height) / DECODED_SIDE;
        double area = Math.ceil(Math.sqrt(width * height / DECODED_PIXELS)); // of a panorama
        int every = (int) Math.max(1, Math.max(side, area));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(every, every, 0, 0);
        return param;
    }

    /** JPEG knows no transparency: what shows through is white. */
    private static BufferedImage opaque(BufferedImage image) {
        BufferedImage opaque =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        try {
            graphics.drawImage(image, 0, 0, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return opaque;
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        return orientation < 2 || orientation > 8
                ? image
                : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation))
                        .apply(image);
    }

    /** How the camera was held; broken metadata are no reason to refuse the picture. */
    private static int orientation(byte[] file) {
        try {
            var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
            var exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            return exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                    : 1;
        } catch (IOException | ImageProcessingException | MetadataException | RuntimeException e) {
            return 1;
        }
    }

    private static byte[] square(BufferedImage upright, int side) {
        var jpeg = new ByteArrayOutputStream();
        try {
            Thumbnails.of(upright)
                    .crop(Positions.CENTER)
                    .size(side, side)
                    .outputFormat("jpg")
                    .outputQuality(0.85)
                    .toOutputStream(jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }
}
