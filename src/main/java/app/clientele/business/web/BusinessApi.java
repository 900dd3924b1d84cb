package app.clientele.business.web;

import app.clientele.business.Business;
import app.clientele.business.BusinessSettings;
import app.clientele.business.Businesses;
import app.clientele.site.Answers;
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

/** The business that a key belongs to. */
@RestController
@RequestMapping("/api/v1/business")
@Tag(name = "Business")
class BusinessApi {
    private final Businesses businesses;
    private final Input input;

    BusinessApi(Businesses businesses, Input input) {
        this.businesses = businesses;
        this.input = input;
    }

    /** The business with its settings. */
    @GetMapping
    ResponseEntity<Business> get() {
        return Answers.of(businesses.current());
    }

    /** Changes the settings. */
    @MergePatch
    ResponseEntity<Business> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        BusinessSettings present = businesses.current().settings();
        businesses.change(input.patch(present, patch, BusinessSettings.class), version);
        return get();
    }
}
