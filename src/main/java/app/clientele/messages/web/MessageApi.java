package app.clientele.messages.web;

import app.clientele.messages.Message;
import app.clientele.messages.Messages;
import app.clientele.messages.Messages.Filter;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was written to people, and whether it went. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Messages")
@Requires(Permission.MESSAGE_VIEW)
class MessageApi {
    private final Messages messages;

    MessageApi(Messages messages) {
        this.messages = messages;
    }

    /**
     * The outbox, the latest first; by state (waiting, withdrawn) and purpose (invitation,
     * booking).
     */
    @GetMapping("/messages")
    Page<Message> all(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return messages.all(new Filter(state, purpose), cursor, Limits.of(limit));
    }

    /** One message, whole: with the code of a gift card for keys that may see it. */
    @GetMapping("/messages/{id}")
    Message get(@PathVariable UUID id) {
        return messages.get(id);
    }

    /** What a message brings along: a PDF, made now. */
    @GetMapping(
            path = "/messages/{enclosing}/attachment",
            produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> attachment(@PathVariable("enclosing") UUID id) {
        return MessagePages.file(messages.attachment(id));
    }

    /** The messages to a customer, the latest first. */
    @GetMapping("/customers/{customer}/messages")
    Page<Message> of(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return messages.of(customer, cursor, Limits.of(limit));
    }
}
