package app.clientele.customers.web.list;

import app.clientele.customers.list.SavedViews;
import app.clientele.customers.list.SavedViews.SavedView;
import app.clientele.customers.list.SavedViews.ViewDetails;
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

/** Saved views of the list of customers; those of keys are shared with all colleagues. */
@RestController
@RequestMapping("/api/v1/customer-views")
@Tag(name = "Customer views")
class ViewApi {
    private final SavedViews views;
    private final Input input;

    ViewApi(SavedViews views, Input input) {
        this.views = views;
        this.input = input;
    }

    /** Views one may open. */
    @GetMapping
    Page<SavedView> all(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(views.all(), SavedView::id, cursor, limit);
    }

    /** Keeps a list with its filters under a name. */
    @PostMapping
    ResponseEntity<SavedView> add(@RequestBody ViewDetails details) {
        return Answers.made("/api/v1/customer-views", views.get(views.add(details)));
    }

    /** One view. */
    @GetMapping("/{id}")
    ResponseEntity<SavedView> get(@PathVariable UUID id) {
        return Answers.of(views.get(id));
    }

    /** Renames a view, shares it, or makes it find others. */
    @MergePatch("/{id}")
    ResponseEntity<SavedView> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        ViewDetails present = views.get(id).details();
        views.change(id, input.patch(present, patch, ViewDetails.class), version);
        return get(id);
    }

    /** Deletes a view. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id) {
        views.delete(id);
        return ResponseEntity.noContent().build();
    }
}
