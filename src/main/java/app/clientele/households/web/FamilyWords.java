package app.clientele.households.web;

import app.clientele.households.Relation;
import app.clientele.households.Relationship;
import app.clientele.households.Right;
import app.clientele.households.Rights;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Links in the words of whoever looks. */
public final class FamilyWords {
    private FamilyWords() {}

    public static String relation(View view, String relation, @Nullable String words) {
        return words == null ? view.t("family.relation." + relation) : words;
    }

    public static String relation(View view, Relationship link) {
        return relation(view, link.relation().wireName(), link.words());
    }

    /** What the customer is to the relative. */
    public static String counterpart(View view, Relationship link) {
        return relation(view, link.relation().counterpart().wireName(), link.theirWords());
    }

    public static List<Option> relations(View view) {
        return Arrays.stream(Relation.values())
                .map(r -> new Option(r.wireName(), view.t("family.relation." + r.wireName())))
                .toList();
    }

    /** What is granted, in one line; empty for nothing. */
    public static String rights(View view, Rights rights) {
        return rights(view, rights.all());
    }

    public static String rights(View view, Collection<Right> rights) {
        return rights.stream()
                .map(right -> view.t("family.right." + right.wireName()))
                .collect(Collectors.joining(", "));
    }

    /** How it came to be agreed, or that it was not. */
    public static String standing(View view, Relationship link) {
        String when = link.answeredAt() == null ? "" : view.date(link.answeredAt());
        if (link.relative().cameOfAge()) {
            return view.t("family.came_of_age");
        }
        return switch (link.agreement()) {
            case PENDING -> asked(view, link.invitation());
            case DECLINED -> view.t("family.declined.on", when);
            case AGREED ->
                    view.t(
                            "family.agreed." + Objects.requireNonNull(link.answeredHow()),
                            when,
                            Objects.requireNonNullElse(link.answeredBy(), view.t("family.us")));
        };
    }

    private static String asked(View view, Relationship.@Nullable Invitation invitation) {
        if (invitation == null) {
            return view.t("family.not_asked");
        }
        return invitation.expired()
                ? view.t("family.asked.over", view.date(invitation.sentAt()))
                : view.t(
                        "family.asked",
                        view.date(invitation.sentAt()),
                        view.date(invitation.expiresAt()));
    }
}
