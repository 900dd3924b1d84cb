package app.clientele.sales.web.catalogue;

import app.clientele.sales.catalogue.Product;
import app.clientele.sales.catalogue.Products;
import app.clientele.sales.catalogue.Products.Filter;
import app.clientele.sales.catalogue.Products.ProductDetails;
import app.clientele.shared.Page;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.MergePatch;
import app.clientele.site.Slices;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
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

/** Products: what is sold over the counter. A deleted one is archived, and can be restored. */
@RestController
@RequestMapping("/api/v1/products")
@Tag(name = "Sales catalogue")
class ProductApi {
    private final Products products;
    private final Input input;

    ProductApi(Products products, Input input) {
        this.products = products;
        this.input = input;
    }

    /**
     * Products by category and name. With q those whose name holds it, or that have this number.
     */
    @GetMapping
    Page<Product> all(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Instant updatedSince,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(
                products.list(new Filter(q, archived, updatedSince)), Product::id, cursor, limit);
    }

    /** Adds a product. */
    @PostMapping
    ResponseEntity<Product> create(@RequestBody ProductDetails details) {
        return Answers.made("/api/v1/products", products.add(details));
    }

    /** One product. */
    @GetMapping("/{id}")
    ResponseEntity<Product> get(@PathVariable UUID id) {
        return Answers.of(products.get(id));
    }

    /** Changes a product; what was sold keeps its name and price. */
    @MergePatch("/{id}")
    ResponseEntity<Product> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        var details = input.patch(products.get(id).details(), patch, ProductDetails.class);
        return Answers.of(products.change(id, details, version));
    }

    /** Archives a product: it is sold no more, its past stays. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> archive(@PathVariable UUID id) {
        products.archive(id);
        return ResponseEntity.noContent().build();
    }

    /** Sells an archived product again. */
    @PostMapping("/{id}/restoration")
    ResponseEntity<Product> reopen(@PathVariable UUID id) {
        products.reopen(id);
        return get(id);
    }
}
