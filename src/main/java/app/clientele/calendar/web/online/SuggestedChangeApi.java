package app.clientele.calendar.web.online;

import app.clientele.calendar.online.SuggestedChanges;
import app.clientele.calendar.online.SuggestedChanges.SuggestedChange;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What known customers typed when booking online that their record says otherwise. */
@RestController
@RequestMapping("/api/v1/customers/{customer}/suggested-changes")
@Tag(name = "Booking online")
class SuggestedChangeApi {
    private final SuggestedChanges changes;

    SuggestedChangeApi(SuggestedChanges changes) {
        this.changes = changes;
    }

    /** Those that wait to be decided. */
    record SuggestedChangeList(List<SuggestedChange> items) {}

    /** Those that wait to be decided, the oldest first. */
    @GetMapping
    @Requires(Permission.PROFILE_VIEW)
    SuggestedChangeList of(@PathVariable UUID customer) {
        return new SuggestedChangeList(changes.of(customer));
    }

    /** Takes it over: a name replaces the other, a contact stands beside the others. */
    @PostMapping("/{id}/acceptance")
    @Requires(Permission.PROFILE_EDIT)
    ResponseEntity<Void> accept(@PathVariable UUID customer, @PathVariable UUID id) {
        changes.accept(customer, id);
        return ResponseEntity.noContent().build();
    }

    /** Leaves the record as it is; the same is not suggested again. */
    @PostMapping("/{id}/refusal")
    @Requires(Permission.PROFILE_EDIT)
    ResponseEntity<Void> refuse(@PathVariable UUID customer, @PathVariable UUID id) {
        changes.refuse(customer, id);
        return ResponseEntity.noContent().build();
    }
}
