package app.clientele.households.web;

import app.clientele.households.CopyDetails;
import app.clientele.households.MessageCopies;
import app.clientele.households.MessageCopies.MessageCopy;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who else gets the messages about a customer's appointments. */
@RestController
@RequestMapping("/api/v1/customers/{customer}/copies")
@Tag(name = "Family")
@Requires(Permission.PROFILE_VIEW)
class CopyApi {
    private final MessageCopies copies;

    CopyApi(MessageCopies copies) {
        this.copies = copies;
    }

    /** Those chosen by hand; relatives with the right to copies are not repeated here. */
    @GetMapping
    Page<MessageCopy> all(@PathVariable UUID customer) {
        return new Page<>(copies.of(customer), null);
    }

    /** Adds a customer or an e-mail address; at most ten. */
    @PostMapping
    ResponseEntity<MessageCopy> add(@PathVariable UUID customer, @RequestBody CopyDetails details) {
        MessageCopy made = copies.add(customer, details);
        String path = "/api/v1/customers/" + customer + "/copies/" + made.id();
        return ResponseEntity.created(URI.create(path)).body(made);
    }

    /** Takes one out. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID customer, @PathVariable UUID id) {
        copies.remove(customer, id);
        return ResponseEntity.noContent().build();
    }
}
