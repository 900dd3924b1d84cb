package app.clientele.gateway.web;

import app.clientele.gateway.GatewaySettings;
import app.clientele.gateway.GatewaySettings.Setup;
import app.clientele.gateway.GatewaySettings.SetupDetails;
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

/** Which gateway the business charges cards through. */
@RestController
@RequestMapping("/api/v1/payment-gateway")
@Tag(name = "Cards")
class GatewayApi {
    private final GatewaySettings settings;
    private final Input input;

    GatewayApi(GatewaySettings settings, Input input) {
        this.settings = settings;
        this.input = input;
    }

    /** The gateway and how many cards a customer may have; keys are never told. */
    @GetMapping
    ResponseEntity<Setup> get() {
        Setup setup = settings.current();
        return ResponseEntity.ok().eTag(Etag.of(setup.version())).body(setup);
    }

    /** Changes it; keys that are not named stay as they are. */
    @MergePatch
    ResponseEntity<Setup> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        settings.change(
                input.patch(settings.current().details(), patch, SetupDetails.class), version);
        return get();
    }
}
