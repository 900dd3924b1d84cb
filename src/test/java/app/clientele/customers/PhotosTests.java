package app.clientele.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.customers.Photos.Size;
import app.clientele.customers.history.History;
import app.clientele.customers.history.History.Filter;
import app.clientele.customers.history.Restoration;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ClienteleTest
class PhotosTests {
    @Autowired private Photos photos;
    @Autowired private Customers customers;
    @Autowired private History history;
    @Autowired private Restoration restoration;

    private UUID ada = new UUID(0, 0);

    @BeforeEach
    void ada() {
        ada = Cast.mia().call(() -> customers.create(People.named("Ada", null).details()).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif"})
    void aPictureBecomesTwoSquares(String format) throws Exception {
        byte[] file = Pictures.plain(format, 640, 400, Color.ORANGE);
        UUID photo =
                Cast.mia()
                        .call(() -> photos.set(ada, Picture.read(new ByteArrayInputStream(file))));

        assertThat(stored(photo, Size.SMALL)).returns(96, BufferedImage::getWidth);
        assertThat(stored(photo, Size.LARGE))
                .returns(512, BufferedImage::getWidth)
                .returns(512, BufferedImage::getHeight);
        assertThat(Cast.mia().call(() -> customers.get(ada)).photoUrl())
                .isEqualTo("/customers/" + ada + "/photo/" + photo);
    }

    @Test
    void webpIsRead() throws Exception {
        UUID photo =
                Cast.mia()
                        .call(() ->
                                photos.set(
                                        ada,
                                        Picture.read(new ByteArrayInputStream(Pictures.webp()))));
        assertThat(stored(photo, Size.SMALL)).returns(96, BufferedImage::getHeight);
    }

    @Test
    void whatIsTransparentTurnsWhite() throws Exception {
        byte[] file = Pictures.plain("png", 100, 100, new Color(0, 0, 0, 0));
        UUID photo =
                Cast.mia()
                        .call(() -> photos.set(ada, Picture.read(new ByteArrayInputStream(file))));
        assertThat(new Color(stored(photo, Size.SMALL).getRGB(40, 40))).isEqualTo(Color.WHITE);
    }

    /** Red is above blue when the camera was held upright; the file says it was turned. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void howTheCameraWasHeldIsHonoured(int orientation) throws Exception {
        byte[] file = Pictures.held(orientation);
        UUID photo =
                Cast.mia()
                        .call(() -> photos.set(ada, Picture.read(new ByteArrayInputStream(file))));
        BufferedImage shown = stored(photo, Size.LARGE);
        assertThat(new Color(shown.getRGB(256, 60)).getRed()).isGreaterThan(200);
        assertThat(new Color(shown.getRGB(256, 450)).getBlue()).isGreaterThan(200);
    }

    @Test
    void metadataAreGone() throws Exception {
        byte[] file = Pictures.held(6);
        assertThat(read(file).getDirectoriesOfType(ExifDirectoryBase.class)).isNotEmpty();
        UUID photo =
                Cast.mia()
                        .call(() -> photos.set(ada, Picture.read(new ByteArrayInputStream(file))));
        byte[] kept = Cast.mia().call(() -> photos.get(ada, photo, Size.LARGE));
        assertThat(read(kept).getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
    }

    @Test
    void whatIsNoPictureIsRefused() {
        refused("".getBytes(StandardCharsets.UTF_8), "required");
        refused("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8), "photo_format");
        refused(Pictures.plain("bmp", 10, 10, Color.RED), "photo_format");
        refused(new byte[10 * 1024 * 1024 + 1], "photo_too_large");
    }

    @Test
    void aBrokenPictureIsRefused() {
        byte[] file = Pictures.plain("png", 300, 300, Color.RED);
        refused(java.util.Arrays.copyOf(file, 60), "photo_unreadable");
    }

    /**
     * 400 million pixels in a small file: refused by its dimensions, before anything is unpacked.
     */
    @Test
    void aPictureBombIsRefusedAtOnce() {
        byte[] bomb = Pictures.bomb(20_000, 20_000);
        long before = System.nanoTime();
        refused(bomb, "photo_too_many_pixels");
        assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
    }

    @Test
    void anEarlierPhotoIsPutBack() {
        UUID first = set(Color.RED);
        set(Color.BLUE);
        Cast.mia().run(() -> photos.remove(ada));
        assertThat(Cast.mia().call(() -> customers.get(ada)).photoUrl()).isNull();

        var changes = Cast.mia().call(() -> history.of(ada, Filter.ALL, null, 10)).items();
        assertThat(changes).noneMatch(c -> c.entity().equals("customer_photo"));
        assertThat(changes.getFirst().fields()).extracting("field").containsExactly("photo");

        Cast.mia().run(() -> restoration.putBack(ada, changes.get(1).id(), "photo"));
        assertThat(Cast.mia().call(() -> customers.get(ada)).photoUrl()).endsWith(first.toString());
        assertThat(ChangeLog.of(Cast.mia().business(), ada))
                .contains("update by Mia Okafor: photo_id=" + first);
    }

    private UUID set(Color colour) {
        byte[] file = Pictures.plain("jpg", 100, 100, colour);
        return Cast.mia().call(() -> photos.set(ada, Picture.read(new ByteArrayInputStream(file))));
    }

    @Test
    void nobodyElseSeesIt() {
        UUID photo = set(Color.RED);
        assertThatThrownBy(() -> Cast.otto().run(() -> photos.get(ada, photo, Size.SMALL)))
                .isInstanceOf(NotFound.class);
        byte[] file = Pictures.plain("jpg", 10, 10, Color.RED);
        assertThatThrownBy(() ->
                        Cast.otto()
                                .run(() ->
                                        photos.set(
                                                ada, Picture.read(new ByteArrayInputStream(file)))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void programsSendAndFetchIt() {
        var program = Cast.api(Permission.PROFILE_VIEW, Permission.PROFILE_EDIT);
        String path = "/customers/" + ada + "/photo";
        byte[] file = Pictures.plain("png", 300, 200, Color.GREEN);

        assertThat(program.get(path).status()).isEqualTo(404);
        var set = program.upload("PUT", path, "photo", "ada.png", file);
        assertThat(set.json().path("photoUrl").asString()).isEqualTo("/api/v1" + path);
        assertThat(program.get(path + "?size=small").header("Content-Type"))
                .isEqualTo("image/jpeg");
        assertThat(program.get(path + "?size=huge").status()).isEqualTo(422);
        var bad =
                program.upload(
                        "PUT",
                        path,
                        "photo",
                        "ada.png",
                        "no picture".getBytes(StandardCharsets.UTF_8));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body()).contains("\"field\":\"photo\"");
        assertThat(program.delete(path).status()).isEqualTo(204);
        assertThat(program.get(path).status()).isEqualTo(404);
    }

    private void refused(byte[] file, String code) {
        assertThatThrownBy(() ->
                        Cast.mia()
                                .run(() ->
                                        photos.set(
                                                ada, Picture.read(new ByteArrayInputStream(file)))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> {
                            assertThat(e.problems()).extracting("field").containsExactly("photo");
                            assertThat(e.problems()).extracting("code").containsExactly(code);
                        });
    }

    private BufferedImage stored(UUID photo, Size size) throws Exception {
        byte[] jpeg = Cast.mia().call(() -> photos.get(ada, photo, size));
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static Metadata read(byte[] file) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
    }
}
