package app.clientele.sales.web.catalogue;

import app.clientele.sales.catalogue.SalesSettings;
import app.clientele.sales.catalogue.SalesSettings.Seller;
import app.clientele.sales.catalogue.SalesSettings.SellerDetails;
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

/** What invoices say of who issues them. */
@RestController
@RequestMapping("/api/v1/invoice-settings")
@Tag(name = "Sales catalogue")
class InvoiceSettingsApi {
    private final SalesSettings settings;
    private final Input input;

    InvoiceSettingsApi(SalesSettings settings, Input input) {
        this.settings = settings;
        this.input = input;
    }

    /** The legal name, the tax number and what stands at the end. */
    @GetMapping
    ResponseEntity<Seller> get() {
        Seller seller = settings.current();
        return ResponseEntity.ok().eTag(Etag.of(seller.version())).body(seller);
    }

    /** Changes it; what was issued keeps what it said. */
    @MergePatch
    ResponseEntity<Seller> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        settings.change(
                input.patch(settings.current().details(), patch, SellerDetails.class), version);
        return get();
    }
}
