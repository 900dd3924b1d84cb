package app.clientele.customers.web.merging;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFields;
import app.clientele.customers.web.ValueWords;
import app.clientele.shared.Stale.Clash;
import app.clientele.site.View;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands in the way of taking a merge back, in the viewer's words. */
public record MergeClash(String label, String value, @Nullable String by, @Nullable Instant at) {
    static List<MergeClash> of(View view, List<Clash> clashes, CustomFields fields) {
        List<CustomField> own = clashes.isEmpty() ? List.of() : fields.all(true);
        return clashes.stream().map(c -> of(view, c, own)).toList();
    }

    private static MergeClash of(View view, Clash clash, List<CustomField> own) {
        CustomField custom =
                own.stream().filter(f -> f.path().equals(clash.field())).findFirst().orElse(null);
        String label = custom == null ? view.t("profile.field." + clash.field()) : custom.label();
        String words = new ValueWords(view).cut(clash.field(), custom, clash.theirs());
        String value = words.isEmpty() ? view.t("profile.nothing") : words;
        return new MergeClash(label, Objects.requireNonNull(value), clash.by(), clash.at());
    }
}
