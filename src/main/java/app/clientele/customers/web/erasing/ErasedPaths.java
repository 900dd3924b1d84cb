package app.clientele.customers.web.erasing;

import app.clientele.customers.erasing.Erasure;
import app.clientele.customers.erasing.Erasures;
import app.clientele.customers.web.merging.MergedPaths;
import app.clientele.site.Gone;
import gg.jte.generated.precompiled.Templates;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Says of a customer who was erased when, by whom, and what stays. */
class ErasedPaths implements Gone {
    private final Erasures erasures;
    private final Templates templates;

    ErasedPaths(Erasures erasures, Templates templates) {
        this.erasures = erasures;
        this.templates = templates;
    }

    @Override
    public String below() {
        return "/api/v1/customers/{";
    }

    @Override
    public Optional<Remains> at(String path) {
        return MergedPaths.customer(path).flatMap(erasures::of).map(this::remains);
    }

    private Remains remains(Erasure erasure) {
        // asked now: an error's page is made when nobody is known to ask any more
        Map<String, String> reasons = erasures.reasons();
        return new Remains(
                view -> templates.eraseGone(view, new ErasurePage(view, erasure, reasons)),
                view -> view.t("erase.gone.sentence", view.date(doneAt(erasure))),
                facts(erasure));
    }

    private static java.time.Instant doneAt(Erasure erasure) {
        return Objects.requireNonNull(erasure.doneAt());
    }

    private static Map<String, Object> facts(Erasure erasure) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("customerId", erasure.customerId());
        facts.put("number", erasure.number());
        facts.put("erasedAt", doneAt(erasure));
        facts.put("erased", erasure.erased());
        facts.put("kept", erasure.kept());
        return facts;
    }
}
