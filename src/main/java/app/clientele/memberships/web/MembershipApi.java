package app.clientele.memberships.web;

import app.clientele.memberships.Leaving;
import app.clientele.memberships.Members;
import app.clientele.memberships.Members.Cancelling;
import app.clientele.memberships.Members.Changing;
import app.clientele.memberships.Members.Joining;
import app.clientele.memberships.Members.Search;
import app.clientele.memberships.Membership;
import app.clientele.memberships.MembershipBilling;
import app.clientele.memberships.MembershipCharge;
import app.clientele.memberships.MembershipEvent;
import app.clientele.memberships.MembershipState;
import app.clientele.memberships.Pauses;
import app.clientele.memberships.Pauses.Pausing;
import app.clientele.memberships.PlanChange;
import app.clientele.memberships.PlanChange.When;
import app.clientele.memberships.PlanChanges;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.Limits;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Who is a member of what, and what that charges. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Memberships")
@Requires(Permission.SALE_VIEW)
class MembershipApi {
    private final Members memberships;
    private final MembershipBilling billing;
    private final CardDeeds deeds;
    private final Pauses pauses;
    private final PlanChanges plans;
    private final Input input;

    MembershipApi(
            Members memberships,
            MembershipBilling billing,
            CardDeeds deeds,
            Pauses pauses,
            PlanChanges plans,
            Input input) {
        this.memberships = memberships;
        this.billing = billing;
        this.deeds = deeds;
        this.pauses = pauses;
        this.plans = plans;
        this.input = input;
    }

    /** Of all customers, the latest first. */
    @GetMapping("/memberships")
    Page<Membership> list(
            @RequestParam(required = false) @Nullable UUID plan,
            @RequestParam(required = false) @Nullable MembershipState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return memberships.list(new Search(null, plan, state), cursor, Limits.of(limit));
    }

    /** A customer's own, the latest first. */
    @GetMapping("/customers/{customer}/memberships")
    Page<Membership> of(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable MembershipState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return memberships.list(new Search(customer, null, state), cursor, Limits.of(limit));
    }

    /** Makes somebody a member. */
    @PostMapping("/customers/{customer}/memberships")
    ResponseEntity<Membership> add(@PathVariable UUID customer, @RequestBody Joining joining) {
        return Answers.made("/api/v1/memberships", memberships.add(customer, joining));
    }

    /** One of them. */
    @GetMapping("/memberships/{membership}")
    ResponseEntity<Membership> get(@PathVariable("membership") UUID id) {
        return Answers.of(memberships.get(id));
    }

    /** Another card, another day, another note. */
    @MergePatch("/memberships/{membership}")
    ResponseEntity<Membership> change(
            @PathVariable("membership") UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        Membership present = memberships.get(id);
        var before = new Changing(present.cardId(), present.nextOn(), present.note());
        var changing = input.patch(before, patch, Changing.class);
        return Answers.of(memberships.change(id, changing, version));
    }

    /** What it charged, with every attempt to be paid, the latest first. */
    @GetMapping("/memberships/{membership}/charges")
    Page<MembershipCharge> charges(
            @PathVariable("membership") UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(memberships.activity(id), MembershipCharge::id, cursor, limit);
    }

    /**
     * Charges now what is declined or owed; when nothing is, the next period before its day, and
     * that once a day however often it is asked for.
     */
    @PostMapping("/memberships/{membership}/process")
    ResponseEntity<Membership> process(@PathVariable("membership") UUID id) {
        return Answers.of(billing.process(id).membership());
    }

    /** What leaving comes to today, and when it costs nothing. */
    @GetMapping("/memberships/{membership}/leaving")
    Leaving leaving(@PathVariable("membership") UUID id) {
        return memberships.leaving(id);
    }

    /** Ends one: at once with the fee, at once without it, or once the notice is over. */
    @PostMapping("/memberships/{membership}/cancellation")
    ResponseEntity<Membership> cancel(
            @PathVariable("membership") UUID id, @RequestBody Cancelling cancelling) {
        return Answers.of(deeds.cancel(id, cancelling));
    }

    /** What happened to it: paused, resumed, another plan; the latest first. */
    @GetMapping("/memberships/{membership}/events")
    Page<MembershipEvent> events(
            @PathVariable("membership") UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(memberships.events(id), MembershipEvent::id, cursor, limit);
    }

    /** Pauses it from its next period on. */
    @PostMapping("/memberships/{membership}/pause")
    ResponseEntity<Membership> pause(
            @PathVariable("membership") UUID id, @RequestBody Pausing pausing) {
        return Answers.of(pauses.pause(id, pausing));
    }

    /** Lets it go on with its next period. */
    @PostMapping("/memberships/{membership}/resumption")
    ResponseEntity<Membership> resume(@PathVariable("membership") UUID id) {
        return Answers.of(pauses.resume(id));
    }

    /** What another plan would come to. */
    @GetMapping("/memberships/{membership}/plan-change")
    PlanChange preview(
            @PathVariable("membership") UUID id,
            @RequestParam(required = false) @Nullable UUID planId,
            @RequestParam(required = false) @Nullable When when) {
        return plans.preview(id, new PlanChanges.Changing(planId, when));
    }

    /** Goes on with another plan, now or from the next period. */
    @PostMapping("/memberships/{membership}/plan-change")
    ResponseEntity<Membership> change(
            @PathVariable("membership") UUID id, @RequestBody PlanChanges.Changing changing) {
        return Answers.of(deeds.change(id, changing));
    }

    /** Stays with the plan it has, while the other one is only planned. */
    @DeleteMapping("/memberships/{membership}/plan-change")
    ResponseEntity<Membership> keep(@PathVariable("membership") UUID id) {
        return Answers.of(plans.keep(id));
    }
}
