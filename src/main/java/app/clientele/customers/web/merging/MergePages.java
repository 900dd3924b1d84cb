package app.clientele.customers.web.merging;

import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.customers.custom.CustomFields;
import app.clientele.customers.duplicates.Duplicates;
import app.clientele.customers.merging.Merge;
import app.clientele.customers.merging.MergePreviews;
import app.clientele.customers.merging.Merges;
import app.clientele.customers.search.CustomerSearch;
import app.clientele.customers.web.ProfilePages;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds whom a record is to be merged with, puts them side by side, merges and parts them. */
@Controller
@Requires(Permission.CUSTOMER_MERGE)
class MergePages {
    private static final int SHOWN = 8;
    private static final String CHOICE = "choice.";

    /** Why a merge can't be undone just now, where its page says what to do about it. */
    private static final Set<String> TOLD_THERE = Set.of("changed_since_merge", "merged_later");

    private final Merges merges;
    private final MergePreviews previews;
    private final Customers customers;
    private final Duplicates duplicates;
    private final CustomerSearch search;
    private final CustomFields customFields;
    private final Templates templates;

    MergePages(
            Merges merges,
            MergePreviews previews,
            Customers customers,
            Duplicates duplicates,
            CustomerSearch search,
            CustomFields customFields,
            Templates templates) {
        this.merges = merges;
        this.previews = previews;
        this.customers = customers;
        this.duplicates = duplicates;
        this.search = search;
        this.customFields = customFields;
        this.templates = templates;
    }

    /** Asks with whom: those it may be, or whom one looks for. */
    @GetMapping(ProfilePages.PATH + "/merge")
    @Requires(Permission.PROFILE_VIEW)
    JteModel whom(View view, @PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
        Customer customer = customers.get(id);
        var hits =
                q.isBlank()
                        ? List.<CustomerSearch.Hit>of()
                        : search.find(q.strip(), SHOWN + 1, true).stream()
                                .filter(h -> !h.id().equals(id))
                                .limit(SHOWN)
                                .toList();
        return templates.mergeWhom(view, customer, q, hits, duplicates.of(customer.details(), id));
    }

    /** Side by side. */
    @GetMapping("/customers/merge")
    @Requires(Permission.PROFILE_VIEW)
    JteModel compare(
            View view,
            @RequestParam List<UUID> id,
            @RequestParam(required = false) @Nullable UUID into) {
        return templates.mergeCompare(view, new MergePage(view, previews.of(id, into)));
    }

    @PostMapping("/customers/merge")
    @Requires(Permission.PROFILE_VIEW)
    Object merge(
            View view,
            @RequestParam List<UUID> id,
            @RequestParam UUID into,
            @RequestParam MultiValueMap<String, String> typed) {
        List<UUID> from = id.stream().distinct().filter(each -> !each.equals(into)).toList();
        List<Merge> done = merges.merge(into, from, choices(typed));
        if (done.isEmpty()) {
            throw new Invalid("id", "records_to_merge", 2, 5);
        }
        Toast toast =
                Toast.of("merge.done", names(done)).undo("/undo/merge-" + done.getLast().id());
        return view.redirect("/customers/" + into, toast);
    }

    private static String names(List<Merge> done) {
        return String.join(", ", done.stream().map(Merge::fromName).toList());
    }

    private static Map<String, UUID> choices(MultiValueMap<String, String> typed) {
        Map<String, UUID> choices = new HashMap<>();
        typed.toSingleValueMap()
                .forEach((name, value) -> {
                    if (name.startsWith(CHOICE)) {
                        choices.put(name.substring(CHOICE.length()), id(name, value));
                    }
                });
        return choices;
    }

    private static UUID id(String field, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new Invalid(field, "format");
        }
    }

    /** One merge: what it was, and how to undo it or what stands in the way. */
    @GetMapping("/customers/merges/{id}")
    @Requires(Permission.PROFILE_VIEW)
    JteModel show(View view, @PathVariable UUID id) {
        return show(view, id, null);
    }

    /**
     * @param refused why it was not undone just now
     */
    private JteModel show(View view, UUID id, @Nullable Refused refused) {
        Merge merge = merges.get(id);
        if (merge.undoneAt() != null) {
            return templates.mergeShow(view, MergeShown.undone(merge));
        }
        List<Merge> others = merges.together(id).stream().filter(m -> !m.id().equals(id)).toList();
        try {
            var clashes = MergeClash.of(view, merges.clashes(id), customFields);
            String why = refused == null || !clashes.isEmpty() ? null : reason(view, refused);
            return templates.mergeShow(view, new MergeShown(merge, others, clashes, why, null));
        } catch (Refused e) {
            var later = merges.later(id).orElse(null);
            var shown = new MergeShown(merge, others, List.of(), reason(view, e), later);
            return templates.mergeShow(view, shown);
        }
    }

    private static String reason(View view, Refused refused) {
        return view.reason(refused.reasons().getFirst());
    }

    /** From its page or from a toast. Where something stands in the way, its page tells what. */
    @PostMapping("/undo/merge-{id}")
    @Requires(Permission.PROFILE_VIEW)
    Object undo(View view, @PathVariable UUID id) {
        try {
            Merges.Undone undone = merges.undoTogether(id);
            String key = undone.whole() ? "merge.undone" : "merge.undone.less";
            return view.redirect(
                    "/customers/" + undone.merges().getFirst().into(),
                    Toast.of(key, names(undone.merges().reversed())));
        } catch (Refused e) {
            boolean told = TOLD_THERE.contains(e.reasons().getFirst().code());
            if (view.htmx() && !told) {
                throw e;
            }
            return view.htmx()
                    ? view.redirect("/customers/merges/" + id)
                    : view.status(HttpStatus.CONFLICT, show(view, id, e));
        }
    }
}
