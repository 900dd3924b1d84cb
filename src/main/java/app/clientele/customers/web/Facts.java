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
    private static final int SOON = 30;

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
        String age = birthday.age(next).map(years -> view.t("profile.turns", years)).orElse(null);
        String day = Shown.monthAndDay(view, birthday);
        if (days > SOON) {
            return Optional.of(new Figure(day, age));
        }
        String when = days == 0 ? view.t("profile.today") : view.tn("profile.in_days", days);
        return Optional.of(new Figure(when, age == null ? day : day + ", " + age));
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
                Facts::referred);
    }

    private static Optional<Figure> referred(View view, Profile profile, JsonNode value) {
        long count = value.asLong(0);
        return count == 0
                ? Optional.empty()
                : Optional.of(new Figure(view.number(count), view.t("profile.referred.hint")));
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
