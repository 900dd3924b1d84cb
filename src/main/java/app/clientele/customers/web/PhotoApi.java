package app.clientele.customers.web;

import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.customers.Photos;
import app.clientele.customers.Photos.Size;
import app.clientele.customers.Picture;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The customer's photo. */
@RestController
@RequestMapping("/api/v1/customers/{customer}/photo")
@Tag(name = "Photos")
@Requires(Permission.PROFILE_VIEW)
class PhotoApi {
    private final Photos photos;
    private final Customers customers;

    PhotoApi(Photos photos, Customers customers) {
        this.photos = photos;
        this.customers = customers;
    }

    /** The photo as a square JPEG, small or large. */
    @GetMapping(produces = MediaType.IMAGE_JPEG_VALUE)
    byte[] get(@PathVariable UUID customer, @RequestParam(defaultValue = "large") String size) {
        return photos.get(customer, size(size));
    }

    private static Size size(String name) {
        try {
            return Size.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Invalid("size", "choice");
        }
    }

    /** Makes a picture the photo: JPEG, PNG, WebP or GIF of at most 10 MB. */
    @PutMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Customer set(@PathVariable UUID customer, @RequestParam MultipartFile photo)
            throws IOException {
        Caller.current().require(Permission.PROFILE_EDIT);
        photos.set(customer, Picture.read(photo.getInputStream()));
        return customers.get(customer);
    }

    /** Removes the photo; it can be put back from the history. */
    @DeleteMapping
    ResponseEntity<Void> remove(@PathVariable UUID customer) {
        photos.remove(customer);
        return ResponseEntity.noContent().build();
    }
}
