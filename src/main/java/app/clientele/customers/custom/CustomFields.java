package app.clientele.customers.custom;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.customers.custom.CustomField.Option;
import app.clientele.customers.custom.CustomField.Type;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The fields a business defines itself, and what may be chosen in them. */
@Service
public class CustomFields {
    /** Archived ones count too: profile and list read all of them. */
    static final int MOST = 100;

    private final CustomFieldRows rows;
    private final Clashes clashes;

    CustomFields(CustomFieldRows rows, Clashes clashes) {
        this.rows = rows;
        this.clashes = clashes;
    }

    /** In their order, the archived ones last when asked for. */
    @Open("the words of a business are no secret to whoever may act in it")
    @Transactional(readOnly = true)
    public List<CustomField> all(boolean archivedToo) {
        return rows.all(archivedToo);
    }

    @Open("the words of a business are no secret to whoever may act in it")
    @Transactional(readOnly = true)
    public CustomField get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("custom_field"));
    }

    /**
     * Values of these fields in the form in which they are kept.
     *
     * @throws Invalid naming every value that can't be taken
     */
    @Open("it only reads the words of the business")
    @Transactional(readOnly = true)
    public Map<String, Object> normal(Map<String, Object> values) {
        if (values.isEmpty()) {
            return values;
        }
        List<Problem> problems = new ArrayList<>();
        var normal = new CustomValues(rows.all(true)).normal(values, problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return normal;
    }

    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public UUID add(CustomFieldDetails details) {
        List<Problem> problems = new ArrayList<>(Validation.problems(details));
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        if (rows.all(true).size() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        List<Option> options = check(null, details, problems);
        return rows.insert(key(details), details, options);
    }

    private String key(CustomFieldDetails details) {
        Set<String> taken = rows.keys();
        if (details.key() == null) {
            return CustomKeys.of(requireNonNull(details.label()), "field", taken);
        }
        if (taken.contains(details.key())) {
            throw new Invalid("key", "taken");
        }
        return details.key();
    }

    private List<Option> check(
            @Nullable CustomField present, CustomFieldDetails details, List<Problem> problems) {
        Type type = requireNonNull(details.type());
        rows.all(true).stream()
                .filter(f -> present == null || !f.id().equals(present.id()))
                .filter(f -> f.label().equalsIgnoreCase(details.label()))
                .findFirst()
                .ifPresent(f ->
                        problems.add(
                                new Problem("label", f.archived() ? "taken_archived" : "taken")));
        if (details.editableInPortal() && !details.shownInPortal()) {
            problems.add(new Problem("editableInPortal", "must_be_shown"));
        }
        if (type.hasOptions() == details.options().isEmpty()) {
            problems.add(new Problem("options", type.hasOptions() ? "required" : "no_options"));
        }
        List<Option> options =
                new CustomOptions(present == null ? List.of() : present.options(), problems)
                        .of(details.options());
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return options;
    }

    /**
     * @throws app.clientele.shared.Stale when somebody else changed it since this version
     */
    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public void change(UUID id, CustomFieldDetails details, int version) {
        CustomField present = rows.lock(id).orElseThrow(() -> new NotFound("custom_field"));
        List<Problem> problems = new ArrayList<>(Validation.problems(details));
        if (details.type() != null && details.type() != present.type()) {
            problems.add(new Problem("type", "fixed"));
        }
        if (details.key() != null && !details.key().equals(present.key())) {
            problems.add(new Problem("key", "fixed"));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        List<Option> options = check(present, details, problems);
        if (present.version() != version) {
            throw clashes.since("custom_field", id, version, present.version());
        }
        refuseLoss(present, options);
        rows.update(id, details, options, version);
    }

    /** An option that customers have can only be archived. */
    private void refuseLoss(CustomField present, List<Option> options) {
        for (Option option : present.options()) {
            boolean gone = options.stream().noneMatch(o -> o.key().equals(option.key()));
            if (gone && rows.isUsed(present.key(), option.key())) {
                throw new Refused("option_in_use", option.label());
            }
        }
    }

    /** Puts the fields in this order; those not named keep theirs behind them. */
    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public void order(List<UUID> ids) {
        rows.order(ids);
    }

    /** Moves a field in use by so many places, as far as they go. */
    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public void move(UUID id, int places) {
        List<UUID> order = new ArrayList<>(all(false).stream().map(CustomField::id).toList());
        int at = order.indexOf(id);
        if (at < 0) {
            throw new NotFound("custom_field");
        }
        order.remove(at);
        order.add(Math.clamp((long) at + places, 0, order.size()), id);
        rows.order(order);
    }

    /** Takes a field out of use: what customers have in it stays, and nobody is asked for it. */
    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public void archive(UUID id, boolean archived) {
        get(id);
        rows.archive(id, archived);
    }

    /** Removes a field in which no customer has anything. */
    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public void delete(UUID id) {
        if (rows.isUsed(get(id).key(), "")) {
            throw new Refused("choice_in_use");
        }
        rows.delete(id);
    }

    /** How many customers have something in each field, counted up to 10,000. */
    @Requires(Permission.SETTINGS_LISTS)
    @Transactional(readOnly = true)
    public Map<UUID, Integer> uses() {
        return rows.uses();
    }
}
