package app.clientele.customers.choices;

import app.clientele.business.BusinessCreated;
import app.clientele.customers.choices.Choices.Kind;
import app.clientele.site.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The statuses, referral methods and genders every business begins with, in its own language. */
@Component
class FirstChoices {
    private final ChoiceRows rows;
    private final Texts texts;

    FirstChoices(ChoiceRows rows, Texts texts) {
        this.rows = rows;
        this.texts = texts;
    }

    @EventListener
    void begin(BusinessCreated created) {
        Locale locale = Locale.forLanguageTag(created.language());
        for (String status : List.of("prospect:blue", "active:green", "inactive:grey")) {
            String[] parts = status.split(":", 2);
            String name = texts.text(locale, "choices.status." + parts[0]);
            rows.insert(Kind.STATUS, name, parts[1]);
        }
        for (String method : List.of("friend", "search", "social", "passing", "advertisement")) {
            String name = texts.text(locale, "choices.referral." + method);
            rows.insert(Kind.REFERRAL_METHOD, name, "grey");
        }
        for (String gender : List.of("female", "male", "non_binary")) {
            rows.insert(Kind.GENDER, texts.text(locale, "choices.gender." + gender), "grey");
        }
    }
}
