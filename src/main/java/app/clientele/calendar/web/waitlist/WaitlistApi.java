package app.clientele.calendar.web.waitlist;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.availability.Availability.FreeStart;
import app.clientele.calendar.waitlist.AppointmentWaitlist;
import app.clientele.calendar.waitlist.AppointmentWaitlist.Ending;
import app.clientele.calendar.waitlist.AppointmentWaitlist.Favour;
import app.clientele.calendar.waitlist.AppointmentWaitlist.Search;
import app.clientele.calendar.waitlist.Joining;
import app.clientele.calendar.waitlist.OnlineJoining;
import app.clientele.calendar.waitlist.OnlineWaitlist;
import app.clientele.calendar.waitlist.WaitlistAnswers;
import app.clientele.calendar.waitlist.WaitlistEntry;
import app.clientele.calendar.waitlist.WaitlistOffers;
import app.clientele.calendar.waitlist.WaitlistOffers.Offering;
import app.clientele.calendar.waitlist.WaitlistStatus;
import app.clientele.calendar.waitlist.WaitlistWish;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.Limits;
import app.clientele.site.MergePatch;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * The waiting list for appointments: who waits for what, in the order of the line, and the times
 * that are kept for them until they have answered.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Waiting list")
@Requires(Permission.APPOINTMENT_VIEW)
class WaitlistApi {
    private final AppointmentWaitlist waitlist;
    private final WaitlistOffers offers;
    private final WaitlistAnswers answers;
    private final OnlineWaitlist online;
    private final Input input;

    WaitlistApi(
            AppointmentWaitlist waitlist,
            WaitlistOffers offers,
            WaitlistAnswers answers,
            OnlineWaitlist online,
            Input input) {
        this.waitlist = waitlist;
        this.offers = offers;
        this.answers = answers;
        this.online = online;
        this.input = input;
    }

    /** The line, the first in it first; by branch, service, customer and status. */
    @GetMapping("/waitlist")
    Page<WaitlistEntry> list(
            @RequestParam(required = false) @Nullable UUID branchId,
            @RequestParam(required = false) @Nullable UUID serviceId,
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable WaitlistStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Set<WaitlistStatus> statuses = status == null ? Set.of() : Set.of(status);
        var search = new Search(customerId, branchId, serviceId, statuses);
        return waitlist.list(search, cursor, Limits.of(limit));
    }

    /** What one customer waits and waited for. */
    @GetMapping("/customers/{customer}/waitlist")
    Page<WaitlistEntry> of(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var search = new Search(customer, null, null, Set.of());
        return waitlist.list(search, cursor, Limits.of(limit));
    }

    /** Puts a customer at the end of the line. */
    @PostMapping("/waitlist")
    @Requires(Permission.APPOINTMENT_EDIT)
    ResponseEntity<WaitlistEntry> join(@RequestBody Joining joining) {
        return Answers.made("/api/v1/waitlist", waitlist.join(joining));
    }

    /**
     * Puts somebody without an account at the end of the line, as the public page does. Whether
     * they are known is not told: what differs from their record becomes a suggested change.
     */
    @PostMapping("/online-waitlist")
    @Requires(Permission.APPOINTMENT_EDIT)
    ResponseEntity<OnlineWaitlist.Place> joinOnline(@RequestBody OnlineJoining joining) {
        return ResponseEntity.status(HttpStatus.CREATED).body(online.join(joining));
    }

    /** One entry. */
    @GetMapping("/waitlist/{id}")
    ResponseEntity<WaitlistEntry> get(@PathVariable UUID id) {
        return Answers.of(waitlist.get(id));
    }

    /** Changes what they wait for; their place in the line stays. */
    @MergePatch("/waitlist/{id}")
    @Requires(Permission.APPOINTMENT_EDIT)
    ResponseEntity<WaitlistEntry> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        WaitlistWish wish = input.patch(waitlist.get(id).wish(), patch, WaitlistWish.class);
        return Answers.of(waitlist.change(id, wish, version));
    }

    /** The free times that suit them, the earliest first. */
    @GetMapping("/waitlist/{id}/times")
    Page<FreeStart> times(@PathVariable UUID id) {
        return new Page<>(offers.times(id), null);
    }

    /** Moves them before all others. */
    @PostMapping("/waitlist/{id}/first")
    @Requires(Permission.APPOINTMENT_EDIT)
    ResponseEntity<WaitlistEntry> first(@PathVariable UUID id, @RequestBody Favour favour) {
        return Answers.of(waitlist.first(id, favour));
    }

    /** Takes them off the list. */
    @PostMapping("/waitlist/{id}/ending")
    @Requires(Permission.APPOINTMENT_EDIT)
    ResponseEntity<WaitlistEntry> end(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Ending ending) {
        return Answers.of(waitlist.end(id, ending == null ? new Ending(null) : ending));
    }

    /** Offers them a time, which is kept until they have answered or the term is over. */
    @PostMapping("/waitlist/{id}/offer")
    @Requires(Permission.APPOINTMENT_EDIT)
    ResponseEntity<WaitlistEntry> offer(@PathVariable UUID id, @RequestBody Offering offering) {
        return Answers.of(offers.offer(id, offering));
    }

    /** Takes the offer back; they wait on. */
    @DeleteMapping("/waitlist/{id}/offer")
    @Requires(Permission.APPOINTMENT_EDIT)
    ResponseEntity<WaitlistEntry> withdraw(@PathVariable UUID id) {
        answers.withdraw(id);
        return get(id);
    }

    /** They take it. */
    @PostMapping("/waitlist/{id}/offer/acceptance")
    @Requires(Permission.APPOINTMENT_EDIT)
    ResponseEntity<Appointment> accept(@PathVariable UUID id) {
        return Answers.of(answers.accept(id));
    }

    /** They do not take it, and wait on for another time. */
    @PostMapping("/waitlist/{id}/offer/refusal")
    @Requires(Permission.APPOINTMENT_EDIT)
    ResponseEntity<WaitlistEntry> decline(@PathVariable UUID id) {
        answers.decline(id);
        return get(id);
    }
}
