package app.clientele.customers.web.notes;

import app.clientele.customers.notes.Alert;
import app.clientele.customers.notes.Alerts;
import app.clientele.customers.notes.Alerts.AlertDetails;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.MergePatch;
import app.clientele.site.Slices;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What nobody may overlook about a customer; notes on allergies and conditions among them. */
@RestController
@RequestMapping("/api/v1/customers/{customer}/alerts")
@Tag(name = "Alerts")
@Requires(Permission.PROFILE_VIEW)
class AlertApi {
    private final Alerts alerts;
    private final Input input;

    AlertApi(Alerts alerts, Input input) {
        this.alerts = alerts;
        this.input = input;
    }

    /** The text that was read. */
    record Reading(@Nullable String textHash) {}

    /** All alerts of a customer: red before yellow, those that are over last. */
    @GetMapping
    Page<Alert> all(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(alerts.all(customer), Alert::id, cursor, limit);
    }

    /** Writes an alert. */
    @PostMapping
    ResponseEntity<Alert> add(@PathVariable UUID customer, @RequestBody AlertDetails details) {
        return Answers.made(
                "/api/v1/customers/" + customer + "/alerts", alerts.add(customer, details));
    }

    /** One alert, with who has acknowledged it. */
    @GetMapping("/{id}")
    ResponseEntity<Alert> get(@PathVariable UUID customer, @PathVariable UUID id) {
        return Answers.of(alerts.get(customer, id));
    }

    /** Changes or ends an alert; another text is to be acknowledged anew. */
    @MergePatch("/{id}")
    ResponseEntity<Alert> change(
            @PathVariable UUID customer,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        var details = input.patch(alerts.details(customer, id), patch, AlertDetails.class);
        return Answers.of(alerts.change(customer, id, details, version));
    }

    /** Deletes an alert. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID customer, @PathVariable UUID id) {
        alerts.delete(customer, id);
        return ResponseEntity.noContent().build();
    }

    /** Says that the key's holder has read it. */
    @PutMapping("/{id}/acknowledgement")
    ResponseEntity<Alert> acknowledge(
            @PathVariable UUID customer,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Reading reading) {
        String read = reading == null ? null : reading.textHash();
        return Answers.of(alerts.acknowledge(customer, id, read));
    }
}
