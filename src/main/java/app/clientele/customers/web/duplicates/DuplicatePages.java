package app.clientele.customers.web.duplicates;

import app.clientele.customers.duplicates.LikelyPairs;
import app.clientele.customers.merging.Merges;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Limits;
import app.clientele.site.Tab;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue of records that may be one person's, those told apart, and those merged. */
@Controller
@Requires(Permission.CUSTOMER_MERGE)
class DuplicatePages {
    private static final String PATH = "/customers/duplicates";

    private final LikelyPairs pairs;
    private final Merges merges;
    private final Templates templates;

    DuplicatePages(LikelyPairs pairs, Merges merges, Templates templates) {
        this.pairs = pairs;
        this.merges = merges;
        this.templates = templates;
    }

    @GetMapping(PATH)
    @Requires(Permission.PROFILE_VIEW)
    JteModel likely(View view, @RequestParam(required = false) @Nullable String cursor) {
        return templates.mergePairs(
                view, tabs(view), "likely", pairs.all(true, cursor, Limits.of(null)));
    }

    @GetMapping(PATH + "/perhaps")
    @Requires(Permission.PROFILE_VIEW)
    JteModel perhaps(View view, @RequestParam(required = false) @Nullable String cursor) {
        return templates.mergePairs(
                view, tabs(view), "perhaps", pairs.all(false, cursor, Limits.of(null)));
    }

    @GetMapping(PATH + "/distinct")
    @Requires(Permission.PROFILE_VIEW)
    JteModel distinct(View view, @RequestParam(required = false) @Nullable String cursor) {
        return templates.mergePairs(
                view, tabs(view), "distinct", pairs.distinct(cursor, Limits.of(null)));
    }

    @GetMapping(PATH + "/merged")
    @Requires(Permission.PROFILE_VIEW)
    JteModel merged(View view, @RequestParam(required = false) @Nullable String cursor) {
        return templates.mergeList(view, tabs(view), merges.all(null, cursor, Limits.of(null)));
    }

    private List<Tab> tabs(View view) {
        return List.of(
                new Tab("likely", view.t("merge.likely"), PATH, pairs.count()),
                new Tab("perhaps", view.t("merge.perhaps"), PATH + "/perhaps", null),
                new Tab("distinct", view.t("merge.distinct"), PATH + "/distinct", null),
                new Tab("merged", view.t("merge.merged"), PATH + "/merged", null));
    }

    /** They are two: nobody is asked again. */
    @PostMapping(PATH + "/distinct")
    @Requires(Permission.PROFILE_VIEW)
    ResponseEntity<Void> tellApart(View view, @RequestParam UUID one, @RequestParam UUID other) {
        pairs.tellApart(one, other);
        Toast toast = Toast.of("merge.distinct.done").undo("/undo/distinct-" + one + "_" + other);
        return view.redirect(PATH, toast);
    }

    @PostMapping("/undo/distinct-{one}_{other}")
    @Requires(Permission.PROFILE_VIEW)
    ResponseEntity<Void> askAgain(View view, @PathVariable UUID one, @PathVariable UUID other) {
        pairs.askAgain(one, other);
        return view.redirect(PATH, Toast.of("merge.again.done"));
    }
}
