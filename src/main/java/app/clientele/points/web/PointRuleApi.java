package app.clientele.points.web;

import app.clientele.points.PointRule;
import app.clientele.points.PointRule.Kind;
import app.clientele.points.PointRule.PointRuleDetails;
import app.clientele.points.PointRules;
import app.clientele.points.PointSettings;
import app.clientele.points.PointSettings.PointTermDetails;
import app.clientele.points.PointSettings.PointTerms;
import app.clientele.shared.Page;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.Limits;
import app.clientele.site.MergePatch;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What everything that is sold brings and costs in points. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Points")
class PointRuleApi {
    private final PointRules rules;
    private final PointSettings settings;
    private final Input input;

    PointRuleApi(PointRules rules, PointSettings settings, Input input) {
        this.rules = rules;
        this.settings = settings;
        this.input = input;
    }

    /** Services, products, packages and plans of memberships, by name. */
    @GetMapping("/point-rules")
    Page<PointRule> list(
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return rules.list(new PointRules.Search(kind, q), cursor, Limits.of(limit));
    }

    /** Of one of them. */
    @GetMapping("/point-rules/{item}")
    ResponseEntity<PointRule> get(@PathVariable UUID item) {
        return Answers.of(rules.get(item));
    }

    /** Changes what holds from now on. */
    @MergePatch("/point-rules/{item}")
    ResponseEntity<PointRule> change(
            @PathVariable UUID item,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        var details = input.patch(rules.get(item).details(), patch, PointRuleDetails.class);
        return Answers.of(rules.change(item, details, version));
    }

    /** What holds for all points. */
    @GetMapping("/point-settings")
    ResponseEntity<PointTerms> settings() {
        PointTerms terms = settings.current();
        return ResponseEntity.ok().eTag(Etag.of(terms.version())).body(terms);
    }

    /** Changes it. */
    @MergePatch("/point-settings")
    ResponseEntity<PointTerms> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        settings.change(
                input.patch(settings.current().details(), patch, PointTermDetails.class), version);
        return settings();
    }
}
