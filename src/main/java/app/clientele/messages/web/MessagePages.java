package app.clientele.messages.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.clientele.messages.Attachment;
import app.clientele.messages.Message;
import app.clientele.messages.Messages;
import app.clientele.messages.Messages.Filter;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Limits;
import app.clientele.site.Tab;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The outbox: all that was written to people, and whether it went. */
@Controller
@RequestMapping("/messages")
@Requires(Permission.MESSAGE_VIEW)
class MessagePages {
    private static final List<String> STATES = List.of("waiting", "withdrawn");

    private final Messages messages;
    private final Templates templates;

    MessagePages(Messages messages, Templates templates) {
        this.messages = messages;
        this.templates = templates;
    }

    @GetMapping
    JteModel outbox(
            View view,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor) {
        String only = state != null && STATES.contains(state) ? state : null;
        return templates.messagesOutbox(
                view,
                tabs(view),
                only == null ? "all" : only,
                messages.all(new Filter(only, null), cursor, Limits.of(null)));
    }

    private static List<Tab> tabs(View view) {
        return List.of(
                new Tab("all", view.t("messages.state.all"), "/messages", null),
                tab(view, "waiting"),
                tab(view, "withdrawn"));
    }

    private static Tab tab(View view, String state) {
        return new Tab(state, view.t("messages.state." + state), "/messages?state=" + state, null);
    }

    @GetMapping("/{id}")
    JteModel show(View view, @PathVariable UUID id) {
        Message message = messages.get(id);
        boolean seen =
                message.enclosed() != null && messages.seen().contains(message.enclosed().kind());
        return templates.messagesShow(view, message, seen);
    }

    /** What it brings along. */
    @GetMapping("/{enclosing}/attachment")
    ResponseEntity<byte[]> attachment(@PathVariable("enclosing") UUID id) {
        return file(messages.attachment(id));
    }

    static ResponseEntity<byte[]> file(Attachment attachment) {
        var disposition =
                ContentDisposition.inline().filename(attachment.fileName(), UTF_8).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(attachment.pdf());
    }
}
