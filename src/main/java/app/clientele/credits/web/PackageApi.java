package app.clientele.credits.web;

import app.clientele.credits.ServicePackage;
import app.clientele.credits.ServicePackage.PackageDetails;
import app.clientele.credits.ServicePackages;
import app.clientele.shared.Page;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The packages that are sold. */
@RestController
@RequestMapping("/api/v1/packages")
@Tag(name = "Packages and credits")
class PackageApi {
    private static final String PATH = "/api/v1/packages";

    private final ServicePackages packages;
    private final Input input;

    PackageApi(ServicePackages packages, Input input) {
        this.packages = packages;
        this.input = input;
    }

    /** By name; those that are sold no more only when asked for. */
    @GetMapping
    Page<ServicePackage> all(
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(packages.all(archived), ServicePackage::id, cursor, limit);
    }

    /** Adds one. */
    @PostMapping
    ResponseEntity<ServicePackage> add(@RequestBody PackageDetails details) {
        return Answers.made(PATH, packages.add(details));
    }

    /** One of them. */
    @GetMapping("/{id}")
    ResponseEntity<ServicePackage> get(@PathVariable UUID id) {
        return Answers.of(packages.get(id));
    }

    /** Changes what is sold from now on; what somebody has bought stays as it was. */
    @MergePatch("/{id}")
    ResponseEntity<ServicePackage> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        var details = input.patch(packages.get(id).details(), patch, PackageDetails.class);
        return Answers.of(packages.change(id, details, version));
    }

    /** Sells it no more; what somebody has of it stays. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> archive(@PathVariable UUID id) {
        packages.archive(id);
        return ResponseEntity.noContent().build();
    }

    /** Sells it again. */
    @PostMapping("/{id}/restoration")
    ResponseEntity<ServicePackage> restore(@PathVariable UUID id) {
        return Answers.of(packages.restore(id));
    }
}
