package app.clientele.customers.web.merging;

import app.clientele.customers.merging.Merge;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A merge as its page shows it.
 *
 * @param others those made together with it, which are undone with it
 * @param clashes what stands in the way of undoing them
 * @param refused why else they can't be undone
 * @param later the merge to be undone first
 */
public record MergeShown(
        Merge merge,
        List<Merge> others,
        List<MergeClash> clashes,
        @Nullable String refused,
        @Nullable Merge later) {
    static MergeShown undone(Merge merge) {
        return new MergeShown(merge, List.of(), List.of(), null, null);
    }

    public String otherNames() {
        return others.reversed().stream().map(Merge::fromName).collect(Collectors.joining(", "));
    }
}
