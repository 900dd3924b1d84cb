package app.clientele.memberships.web;

import app.clientele.memberships.MembershipSettings;
import app.clientele.memberships.MembershipSettings.BillingRuleDetails;
import app.clientele.memberships.MembershipSettings.BillingRules;
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

/** What holds for all memberships. */
@RestController
@RequestMapping("/api/v1/membership-settings")
@Tag(name = "Memberships")
class MembershipSettingsApi {
    private final MembershipSettings settings;
    private final Input input;

    MembershipSettingsApi(MembershipSettings settings, Input input) {
        this.settings = settings;
        this.input = input;
    }

    /** How many days after an attempt that was declined a card is asked again. */
    @GetMapping
    ResponseEntity<BillingRules> get() {
        BillingRules rules = settings.current();
        return ResponseEntity.ok().eTag(Etag.of(rules.version())).body(rules);
    }

    /** Changes it. */
    @MergePatch
    ResponseEntity<BillingRules> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        settings.change(
                input.patch(settings.current().details(), patch, BillingRuleDetails.class),
                version);
        return get();
    }
}
