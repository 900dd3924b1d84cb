package app.clientele.customers.web;

import app.clientele.business.Feature;
import app.clientele.customers.HeaderFact;
import app.clientele.customers.HeaderFact.Figure;
import app.clientele.customers.Profile;
import app.clientele.shared.Birthday;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** The figures this module knows of a customer. */
@Configuration(proxyBeanMethods = false)
class Facts {
    /** How a fact is told, given what its expression answered. */
    private interface Telling {
        Optional<Figure> tell(View view, Profile profile, JsonNode glance);
    }

    private record Fact(
            int order,
            Permission permission,
            @Nullable Feature feature,
            String titleKey,
            @Nullable String glance,
            Telling telling)
            implements HeaderFact {
        @Override
        public Optional<Figure> tell(View view, Profile profile, JsonNode value) {
            return telling.tell(view, profile, value);
        }
    }

    @Bean
    HeaderFact customerSinceFact() {
        return fact(
                10,
                "profile.since",
                null,
                (view, profile, value) -> {
                    var shown = ProfileParts.shown(view, profile);
                    return shown.sinceMonth()
                            .map(month -> new Figure(month, shown.tenure().orElse(null)));
                });
    }

    @Bean
    HeaderFact birthdayFact() {
        return fact(20, "profile.field.birthday", null, Facts::birthday);
    }

    private static Optional<Figure> birthday(View view, Profile profile, JsonNode value) {
        Birthday birthday = profile.customer().details().birthday();
        if (birthday == null) {
            return Optional.empty();
        }
        LocalDate next = birthday.next(profile.today());
        long days = ChronoUnit.DAYS.between(profile.today(), next);
        String when = days == 0 ? view.t("profile.today") : view.tn("profile.in_days", days);
        String hint =
                birthday.age(next)
                        .map(years -> view.t("profile.turns", years))
                        .orElse(Shown.birthday(view, birthday));
        return Optional.of(new Figure(when, hint));
    }

    @Bean
    HeaderFact notesFact() {
        return new Fact(
                60,
                Permission.NOTE_VIEW,
                null,
                "profile.notes",
                """
                select json_build_object('count', count(*), 'latest', max(n.created_at)) from note n
                where n.business_id = :business and n.customer_id = c.id
                """,
                Facts::notes);
    }

    private static Optional<Figure> notes(View view, Profile profile, JsonNode value) {
        long count = value.path("count").asLong(0);
        String latest = value.path("latest").asString("");
        String hint =
                latest.isEmpty()
                        ? view.t("profile.notes.never")
                        : view.formats().ago(OffsetDateTime.parse(latest).toInstant());
        return Optional.of(new Figure(view.number(count), hint));
    }

    @Bean
    HeaderFact referredFact() {
        return fact(
                70,
                "profile.referred",
                """
                select count(*) from customer r where r.business_id = :business and r.referred_by_id = c.id
                """,
                (view, profile, value) ->
                        Optional.of(
                                new Figure(
                                        view.number(value.asLong(0)),
                                        view.t("profile.referred.hint"))));
    }

    @Bean
    HeaderFact weightFact() {
        return new Fact(
                80,
                Permission.PROFILE_VIEW,
                Feature.WEIGHT,
                "profile.weight",
                null,
                (view, profile, value) ->
                        Optional.ofNullable(profile.customer().details().weight())
                                .map(w ->
                                        new Figure(
                                                WeightWords.told(view, w),
                                                w.date() == null ? null : view.date(w.date()))));
    }

    private static Fact fact(int order, String titleKey, @Nullable String glance, Telling telling) {
        return new Fact(order, Permission.PROFILE_VIEW, null, titleKey, glance, telling);
    }
}
