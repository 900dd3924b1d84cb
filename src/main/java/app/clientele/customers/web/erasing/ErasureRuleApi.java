package app.clientele.customers.web.erasing;

import app.clientele.customers.erasing.ErasureRule;
import app.clientele.customers.erasing.ErasureRules;
import app.clientele.customers.erasing.ErasureRules.RuleDetails;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.MergePatch;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** How the business forgets people. */
@RestController
@RequestMapping("/api/v1/erasure-rule")
@Tag(name = "Erasures")
class ErasureRuleApi {
    private final ErasureRules rules;
    private final Input input;

    ErasureRuleApi(ErasureRules rules, Input input) {
        this.rules = rules;
        this.input = input;
    }

    /** Days of grace, and after how long people are forgotten by themselves. */
    @GetMapping
    ResponseEntity<ErasureRule> get() {
        ErasureRule rule = rules.current();
        return ResponseEntity.ok().eTag(Etag.of(rule.version())).body(rule);
    }

    /** Changes it; who waits already keeps their day. */
    @MergePatch
    ResponseEntity<ErasureRule> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        rules.change(input.patch(rules.current().details(), patch, RuleDetails.class), version);
        return get();
    }
}
