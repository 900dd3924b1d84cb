package app.clientele.passes.web;

import app.clientele.passes.Pass;
import app.clientele.passes.Passes;
import app.clientele.passes.Passes.Losing;
import app.clientele.passes.Passes.PassDetails;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Passes: codes on cards by which customers are found. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Passes")
class PassApi {
    private final Passes passes;

    PassApi(Passes passes) {
        this.passes = passes;
    }

    /** The pass with a code as it was scanned: the one in use, else the last that bore it. */
    @GetMapping("/passes")
    @Requires(Permission.PROFILE_VIEW)
    ResponseEntity<Pass> scan(@RequestParam String code) {
        return Answers.of(passes.scan(code).orElseThrow(() -> new NotFound("pass")));
    }

    /** The passes of a customer, what is in use first. */
    @GetMapping("/customers/{customer}/passes")
    @Requires(Permission.PROFILE_VIEW)
    Page<Pass> list(@PathVariable UUID customer) {
        return new Page<>(passes.of(customer), null);
    }

    /** One pass. */
    @GetMapping("/customers/{customer}/passes/{id}")
    @Requires(Permission.PROFILE_VIEW)
    ResponseEntity<Pass> get(@PathVariable UUID customer, @PathVariable UUID id) {
        return Answers.of(passes.get(customer, id));
    }

    /** Gives a customer a pass: with the code of a printed card, or one that is made here. */
    @PostMapping("/customers/{customer}/passes")
    @Requires(Permission.PROFILE_EDIT)
    ResponseEntity<Pass> add(@PathVariable UUID customer, @RequestBody PassDetails details) {
        return created(passes.add(customer, details));
    }

    private static ResponseEntity<Pass> created(Pass pass) {
        String path = "/api/v1/customers/" + pass.customerId() + "/passes/" + pass.id();
        return ResponseEntity.created(URI.create(path)).body(pass);
    }

    /** Says that a pass is lost: it opens nothing any more. */
    @PostMapping("/customers/{customer}/passes/{id}/loss")
    @Requires(Permission.PROFILE_EDIT)
    ResponseEntity<Pass> lose(
            @PathVariable UUID customer, @PathVariable UUID id, @RequestBody Losing losing) {
        return Answers.of(passes.lose(customer, id, losing));
    }

    /** Uses a pass again that was lost. */
    @PostMapping("/customers/{customer}/passes/{id}/return")
    @Requires(Permission.PROFILE_EDIT)
    ResponseEntity<Pass> findAgain(@PathVariable UUID customer, @PathVariable UUID id) {
        return Answers.of(passes.findAgain(customer, id));
    }

    /** Gives them another pass instead of this one, which is answered. */
    @PostMapping("/customers/{customer}/passes/{id}/replacement")
    @Requires(Permission.PROFILE_EDIT)
    ResponseEntity<Pass> replace(
            @PathVariable UUID customer, @PathVariable UUID id, @RequestBody PassDetails details) {
        return created(passes.replace(customer, id, details));
    }

    /** Takes off a pass that was attached by mistake. */
    @DeleteMapping("/customers/{customer}/passes/{id}")
    @Requires(Permission.PROFILE_EDIT)
    ResponseEntity<Void> remove(@PathVariable UUID customer, @PathVariable UUID id) {
        passes.remove(customer, id);
        return ResponseEntity.noContent().build();
    }
}
