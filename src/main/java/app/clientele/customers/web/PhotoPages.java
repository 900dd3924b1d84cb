package app.clientele.customers.web;

import app.clientele.customers.Photos;
import app.clientele.customers.Photos.Size;
import app.clientele.customers.Picture;
import app.clientele.customers.Profiles;
import app.clientele.customers.history.UndoToasts;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The customer's photo: chosen or taken, cut, shown, removed. */
@Controller
@RequestMapping(ProfilePages.PATH + "/photo")
@Requires(Permission.PROFILE_VIEW)
class PhotoPages {
    private final Photos photos;
    private final Profiles profiles;
    private final UndoToasts toasts;
    private final Templates templates;

    PhotoPages(Photos photos, Profiles profiles, UndoToasts toasts, Templates templates) {
        this.photos = photos;
        this.profiles = profiles;
        this.toasts = toasts;
        this.templates = templates;
    }

    @GetMapping
    JteModel form(View view, @PathVariable UUID id) {
        return form(view, id, FormErrors.none());
    }

    private JteModel form(View view, UUID id, FormErrors errors) {
        var shown = profiles.open(id, p -> ProfileParts.shown(view, p));
        return view.htmx()
                ? templates.profilePhotoDialog(view, shown, errors)
                : templates.profilePhotoPage(view, shown, errors);
    }

    @PostMapping
    Object set(View view, @PathVariable UUID id, @RequestParam MultipartFile photo)
            throws IOException {
        Caller.current().require(Permission.PROFILE_EDIT);
        try (InputStream file = photo.getInputStream()) {
            Picture picture = Picture.read(file);
            var toast = toasts.after(id, "profile.photo.saved", () -> photos.set(id, picture));
            return view.redirect("/customers/" + id, toast);
        } catch (Invalid e) {
            return view.invalid(form(view, id, FormErrors.of(view, e)));
        }
    }

    @PostMapping("/remove")
    ResponseEntity<Void> remove(View view, @PathVariable UUID id) {
        var toast = toasts.after(id, "profile.photo.removed", () -> photos.remove(id));
        return view.redirect("/customers/" + id, toast);
    }

    /** The picture itself; under its id it never changes. */
    @GetMapping("/{photo}")
    ResponseEntity<byte[]> get(
            @PathVariable UUID id,
            @PathVariable UUID photo,
            @RequestParam(defaultValue = "large") String size) {
        byte[] jpeg = photos.get(id, photo, size.equals("small") ? Size.SMALL : Size.LARGE);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(jpeg);
    }
}
