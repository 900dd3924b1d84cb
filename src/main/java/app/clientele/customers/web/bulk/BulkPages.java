package app.clientele.customers.web.bulk;

import app.clientele.customers.bulk.BulkChange;
import app.clientele.customers.bulk.BulkChange.Action;
import app.clientele.customers.bulk.BulkChanges;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.list.CustomerList;
import app.clientele.customers.list.ListQuery;
import app.clientele.customers.list.Whom;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What is done to many customers of the list at once: asked first, then done, then told. */
@Controller
@Requires(Permission.PROFILE_VIEW)
public class BulkPages {
    private static final int NAMED = 5;

    private final BulkChanges bulk;
    private final CustomerList list;
    private final Choices choices;
    private final Templates templates;

    BulkPages(BulkChanges bulk, CustomerList list, Choices choices, Templates templates) {
        this.bulk = bulk;
        this.list = list;
        this.choices = choices;
        this.templates = templates;
    }

    /** What the form around the list sends. */
    public record Picked(
            @Nullable String action,
            @Nullable String choice,
            @Nullable List<UUID> id,
            @Nullable String list,
            @Nullable String all) {
        Action wanted() {
            return Action.of(String.valueOf(action)).orElseThrow(() -> new NotFound("action"));
        }

        ListQuery query() {
            return ListQuery.parse(list == null ? "" : list);
        }

        public Whom whom() {
            return "true".equals(all)
                    ? Whom.found(query().toString())
                    : Whom.these(id == null ? List.of() : id);
        }
    }

    /** Says how many and whom it would be, and asks what else is to be known. */
    @GetMapping("/customers/bulk")
    JteModel ask(View view, @ModelAttribute Picked picked) {
        BulkChanges.check(picked.wanted());
        return templates.customersAsk(view, question(picked), FormErrors.none());
    }

    private BulkQuestion question(Picked picked) {
        Whom whom = picked.whom();
        Action action = picked.wanted();
        List<UUID> some =
                whom.isAll()
                        ? list.ids(
                                        list.filter(picked.query().filter()),
                                        picked.query().order(),
                                        null,
                                        NAMED)
                                .rows()
                        : whom.ids().stream().limit(NAMED).toList();
        var names = list.names(some);
        return new BulkQuestion(
                action,
                whom,
                list.count(whom),
                some.stream().filter(names::containsKey).map(names::get).toList(),
                options(action),
                picked.query());
    }

    private List<Option> options(Action action) {
        Choices.Kind kind = action.kind();
        return kind == null
                ? List.of()
                : choices.all(kind, false).stream()
                        .map(c -> new Option(c.id().toString(), c.name()))
                        .toList();
    }

    @PostMapping("/customers/bulk")
    Object start(View view, @ModelAttribute Picked picked) {
        try {
            BulkChange done = bulk.start(picked.wanted(), picked.choice(), picked.whom());
            return done.isUnderway() || done.failed() > 0
                    ? view.redirect(page(done))
                    : view.redirect(picked.query().path(), said(view, done));
        } catch (Invalid e) {
            FormErrors errors = FormErrors.of("choice", view.problem(e.problems().getFirst()));
            return view.invalid(templates.customersAsk(view, question(picked), errors));
        }
    }

    private static Toast said(View view, BulkChange done) {
        String choice = done.choice() == null ? "" : done.choice();
        return Toast.of(
                        "customers.bulk.done." + done.action().wireName(),
                        customers(view, done),
                        choice)
                .undo("/undo/bulk-" + done.id());
    }

    private static String customers(View view, BulkChange change) {
        return view.tn("customers.list.count", change.succeeded());
    }

    private static String page(BulkChange change) {
        return "/customers/bulk/" + change.id();
    }

    /** How far it has come, or how it went. */
    @GetMapping("/customers/bulk/{id}")
    JteModel show(View view, @PathVariable UUID id) {
        return templates.customersBulk(view, bulk.get(id));
    }

    /** The number in the middle of the page, again and again until the work is done. */
    @GetMapping("/customers/bulk/{id}/progress")
    Object progress(View view, @PathVariable UUID id) {
        BulkChange change = bulk.get(id);
        return change.isUnderway() && view.htmx()
                ? templates.customersMeter(view, change)
                : view.redirect(page(change));
    }

    @PostMapping("/undo/bulk-{id}")
    ResponseEntity<Void> undo(View view, @PathVariable UUID id) {
        BulkChange undone = bulk.undo(id);
        if (undone.isUnderway() || undone.failed() > 0 || !view.htmx()) {
            return view.redirect(page(undone));
        }
        view.toast(
                undone.succeeded() == 0
                        ? Toast.of("customers.bulk.taken_back.nothing")
                        : Toast.of("customers.bulk.taken_back", customers(view, undone)));
        view.trigger("list-changed", "");
        return ResponseEntity.noContent().build();
    }
}
