package app.clientele.customers.web.erasing;

import app.clientele.customers.erasing.Erasure;
import app.clientele.site.View;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One erasure in words: who asked, when it is due or was done, what went and what stays. */
public record ErasurePage(View view, Erasure erasure, Map<String, String> reasons) {
    /** Told by the others, or of no interest to anybody. */
    private static final List<String> APART =
            List.of(
                    "customer_alias",
                    "customer_distinct",
                    "customer_erasure",
                    "customer_export",
                    "customer_merge");

    /**
     * So many of something.
     *
     * @param count 0 where it goes without saying
     * @param why they stay; empty for what goes
     */
    public record Part(String what, long count, String why) {}

    /** What goes, or went. */
    public List<Part> erased() {
        return erased(view, erasure.erased());
    }

    /** What stays. */
    public List<Part> kept() {
        return kept(view, erasure.kept(), reasons);
    }

    static List<Part> erased(View view, Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(e -> !APART.contains(e.getKey()))
                .map(e -> new Part(view.t("customers.copy.part." + e.getKey()), told(e), ""))
                .toList();
    }

    static List<Part> kept(View view, Map<String, Long> counts, Map<String, String> reasons) {
        return counts.entrySet().stream()
                .filter(e -> reasons.containsKey(e.getKey()))
                .map(e ->
                        new Part(
                                view.t("erase.kept." + e.getKey()),
                                told(e),
                                view.t("erase.why." + reasons.get(e.getKey()))))
                .toList();
    }

    /** There is only one record. */
    private static long told(Map.Entry<String, Long> count) {
        return count.getKey().equals("customer") ? 0 : count.getValue();
    }

    /** Who asked for it, and when. */
    public String asked() {
        String when = view.date(erasure.askedAt());
        if (erasure.why() == Erasure.Why.RETENTION) {
            return view.t("erase.asked.rule", when);
        }
        return erasure.by() == null
                ? view.t("erase.asked", when)
                : view.t("erase.asked.by", when, erasure.by());
    }

    public String done() {
        return view.t("erase.done.on", view.date(Objects.requireNonNull(erasure.doneAt())));
    }

    public String due() {
        return view.t("erase.due.on", view.date(erasure.dueAt()));
    }
}
