package app.clientele.customers.custom;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.custom.CustomField.Option;
import app.clientele.customers.custom.CustomFieldDetails.OptionDetails;
import app.clientele.shared.Invalid.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings the options somebody sent together with those there are. */
final class CustomOptions {
    private final List<Option> present;
    private final List<Problem> problems;
    private final Set<String> keys;
    private final Set<String> labels = new HashSet<>();

    CustomOptions(List<Option> present, List<Problem> problems) {
        this.present = present;
        this.problems = problems;
        this.keys =
                present.stream().map(Option::key).collect(Collectors.toCollection(HashSet::new));
    }

    /** The options as they are to be, in the order they were sent in. */
    List<Option> of(List<OptionDetails> sent) {
        List<Option> options = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            OptionDetails option = sent.get(i);
            String label = requireNonNull(option.label());
            String key = key(option, label, used);
            if (key == null) {
                problems.add(new Problem("options[" + i + "].key", "choice"));
            } else if (!labels.add(label.toLowerCase(Locale.ROOT))) {
                problems.add(new Problem("options[" + i + "].label", "taken"));
            } else {
                used.add(key);
                options.add(new Option(key, label, option.archived()));
            }
        }
        return options;
    }

    /** Its own, that of the option already called so, or a new one; nothing for one not known. */
    private @Nullable String key(OptionDetails option, String label, Set<String> used) {
        String given = option.key();
        if (given != null) {
            return keys.contains(given) && !used.contains(given) ? given : null;
        }
        Optional<Option> same =
                present.stream()
                        .filter(o -> o.label().equalsIgnoreCase(label) && !used.contains(o.key()))
                        .findFirst();
        String key = same.map(Option::key).orElseGet(() -> CustomKeys.of(label, "option", keys));
        keys.add(key);
        return key;
    }
}
