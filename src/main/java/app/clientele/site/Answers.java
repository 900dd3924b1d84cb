package app.clientele.site;

import app.clientele.shared.Versioned;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/** The API's answers about what has a version: with it as {@code ETag}, for the next save. */
public final class Answers {
    private Answers() {}

    public static <T extends Versioned> ResponseEntity<T> of(T thing) {
        return ResponseEntity.ok().eTag(Etag.of(thing.version())).body(thing);
    }

    /**
     * Tells where the new thing is found.
     *
     * @param collection the path things of its kind lie under
     */
    public static <T extends Versioned> ResponseEntity<T> made(String collection, T thing) {
        return ResponseEntity.created(URI.create(collection + "/" + thing.id()))
                .eTag(Etag.of(thing.version()))
                .body(thing);
    }
}
