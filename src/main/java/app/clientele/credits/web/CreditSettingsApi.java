package app.clientele.credits.web;

import app.clientele.credits.CreditSettings;
import app.clientele.credits.CreditSettings.CreditRuleDetails;
import app.clientele.credits.CreditSettings.CreditRules;
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

/** What may be changed about visits that somebody has. */
@RestController
@RequestMapping("/api/v1/credit-settings")
@Tag(name = "Packages and credits")
class CreditSettingsApi {
    private final CreditSettings settings;
    private final Input input;

    CreditSettingsApi(CreditSettings settings, Input input) {
        this.settings = settings;
        this.input = input;
    }

    /** Whether the last day of what somebody has may be changed. */
    @GetMapping
    ResponseEntity<CreditRules> get() {
        CreditRules rules = settings.current();
        return ResponseEntity.ok().eTag(Etag.of(rules.version())).body(rules);
    }

    /** Changes it. */
    @MergePatch
    ResponseEntity<CreditRules> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        settings.change(
                input.patch(settings.current().details(), patch, CreditRuleDetails.class), version);
        return get();
    }
}
