package app.clientele.sales.web.fees;

import app.clientele.sales.fees.FeeRule;
import app.clientele.sales.fees.FeeRule.FeeRuleDetails;
import app.clientele.sales.fees.FeeRules;
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

/** When which fee is proposed. Nobody is charged by a rule. */
@RestController
@RequestMapping("/api/v1/fee-rules")
@Tag(name = "Fees")
class FeeRuleApi {
    private final FeeRules rules;
    private final Input input;

    FeeRuleApi(FeeRules rules, Input input) {
        this.rules = rules;
        this.input = input;
    }

    /** All of them, those that are not used last. */
    @GetMapping
    Page<FeeRule> all(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(rules.all(), FeeRule::id, cursor, limit);
    }

    /** Adds one. */
    @PostMapping
    ResponseEntity<FeeRule> add(@RequestBody FeeRuleDetails details) {
        return Answers.made("/api/v1/fee-rules", rules.add(details));
    }

    /** One of them. */
    @GetMapping("/{id}")
    ResponseEntity<FeeRule> get(@PathVariable UUID id) {
        return Answers.of(rules.get(id));
    }

    /** Changes one; what it proposed before stays as it was. */
    @MergePatch("/{id}")
    ResponseEntity<FeeRule> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        var details = input.patch(rules.get(id).details(), patch, FeeRuleDetails.class);
        return Answers.of(rules.change(id, details, version));
    }

    /** Takes one away; what it proposed stays. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID id) {
        rules.remove(id);
        return ResponseEntity.noContent().build();
    }
}
