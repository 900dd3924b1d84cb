package app.clientele.credits.web;

import app.clientele.credits.BoughtPackage;
import app.clientele.credits.BoughtPackages;
import app.clientele.credits.BoughtPackages.Ending;
import app.clientele.credits.BoughtPackages.Transfer;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Packages that customers have. They are bought as a line of an order. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Packages and credits")
@Requires(Permission.SALE_VIEW)
class BoughtPackageApi {
    private final BoughtPackages packages;

    BoughtPackageApi(BoughtPackages packages) {
        this.packages = packages;
    }

    /** A customer's own, the latest first; those of which nothing is left only when asked for. */
    @GetMapping("/customers/{customer}/packages")
    Page<BoughtPackage> of(
            @PathVariable UUID customer,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return packages.of(customer, all, cursor, Limits.of(limit));
    }

    /** One of them. */
    @GetMapping("/bought-packages/{bought}")
    ResponseEntity<BoughtPackage> get(@PathVariable("bought") UUID id) {
        return Answers.of(packages.get(id));
    }

    /** Ends one: what is left of it is taken back. What was paid is refunded on its invoice. */
    @PostMapping("/bought-packages/{bought}/ending")
    @Requires(Permission.VALUE_EDIT)
    ResponseEntity<BoughtPackage> end(@PathVariable("bought") UUID id, @RequestBody Ending ending) {
        return Answers.of(packages.end(id, ending));
    }

    /** Hands one on to another customer with what is left of it. */
    @PostMapping("/bought-packages/{bought}/transfer")
    @Requires(Permission.VALUE_EDIT)
    ResponseEntity<BoughtPackage> transfer(
            @PathVariable("bought") UUID id, @RequestBody Transfer transfer) {
        return Answers.of(packages.transfer(id, transfer));
    }
}
