package app.clientele.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What customers read is there in every language that is written for them. */
class TranslatedTests {
    private static final String KEY = "\\bt[n]?\\(\\s*\"([a-z][\\w.-]*[\\w-])\"[,)]";

    /** Templates in one of these frames are for customers, and so is what they are made of. */
    private static final Pattern FRAMED =
            Pattern.compile("@template\\.online\\.frame\\(|<main[^>]* class=\"public-main\"");

    private static final Set<String> PARTS =
            Set.of(
                    "family/ask",
                    "family/over",
                    "family/thanks",
                    "gateway/ask",
                    "gateway/confirmed",
                    "gateway/over",
                    "gateway/sandbox",
                    "gateway/sandboxcard",
                    "gateway/sandboxconfirm",
                    "gateway/sandboxover",
                    "online/chosen",
                    "online/joinwhen",
                    "online/languages",
                    "online/month",
                    "site/failure",
                    "site/formErrors",
                    "site/label",
                    "site/outside",
                    "site/plain");

    private static final Set<String> CODE =
            Set.of(
                    "DetailsPage",
                    "JoinPage",
                    "WaitingPage",
                    "WaitlistLetters",
                    "PublicWaitlistPages",
                    "MinePage",
                    "PublicBookPages",
                    "PublicFrame",
                    "TimesPage",
                    "FamilyAnswerPages",
                    "FamilyLetters",
                    "BookingLetters",
                    "CardLinkPages",
                    "CardLetters");

    /** Put together at run time, or said by a rule that a customer can meet. */
    private static final List<String> BEGINNINGS =
            List.of(
                    "family.about_you.",
                    "family.relation.",
                    "family.right.",
                    "family.thanks.",
                    "gateway.confirmed.",
                    "gateway.over.",
                    "gateway.sandbox.is.",
                    "online.mine.",
                    "site.lasts.",
                    "site.outside.",
                    "waitlist.own.");

    private static final Set<String> SAID =
            Set.of(
                    "invalid.card_number",
                    "invalid.card_code",
                    "invalid.card_expiry",
                    "invalid.characters",
                    "invalid.choice",
                    "invalid.email",
                    "invalid.format",
                    "invalid.phone",
                    "invalid.required",
                    "invalid.terms",
                    "invalid.test_card",
                    "invalid.too_long",
                    "invalid.too_many",
                    "online.agree",
                    "online.agree.terms",
                    "online.other",
                    "refused.appointment_over",
                    "refused.branch_closed",
                    "refused.call_us",
                    "refused.customer_double_booked",
                    "refused.double_booked",
                    "refused.not_offered",
                    "refused.offer_over",
                    "refused.waitlist_enough",
                    "refused.waitlist_offered",
                    "refused.waitlist_over",
                    "waitlist.hours.from",
                    "waitlist.hours.until",
                    "invalid.must_be_after_start",
                    "invalid.must_be_future",
                    "invalid.too_far",
                    "refused.proposal_over",
                    "refused.staff_away",
                    "refused.staff_not_working",
                    "refused.time_gone",
                    "refused.wrong_status",
                    "site.error.500.text",
                    "site.offline",
                    "site.toasts",
                    "site.copied");

    /** The name of the program is the same everywhere. */
    private static final Set<String> SAME = Set.of("site.product");

    private final Properties english = bundle("messages.properties");

    @Test
    void whatCustomersReadIsInEveryLanguage() {
        var needed = needed();
        assertThat(needed).hasSizeGreaterThan(120).allMatch(english::containsKey);
        for (var language : PublicLanguage.WRITTEN.subList(1, PublicLanguage.WRITTEN.size())) {
            var missing = new TreeSet<>(needed);
            missing.removeAll(bundle(language).stringPropertyNames());
            assertThat(missing).as("customers can't read this in %s", language).isEmpty();
        }
    }

    @Test
    void translationsTakeNoOtherArgumentsThanTheEnglishText() {
        var wrong = new ArrayList<String>();
        for (var language : PublicLanguage.WRITTEN.subList(1, PublicLanguage.WRITTEN.size())) {
            bundle(language)
                    .forEach((key, text) -> {
                        var format = new MessageFormat((String) text, Locale.of(language));
                        if (!places(english.getProperty((String) key))
                                .containsAll(places((String) text))) {
                            wrong.add(language + " " + key + " " + format.toPattern());
                        }
                    });
        }
        assertThat(wrong).isEmpty();
    }

    private Set<String> needed() {
        var read = new TreeMap<Path, String>();
        Sources.code()
                .forEach((path, text) -> {
                    if (isForCustomers(path.toString(), text)) {
                        read.put(path, text);
                    }
                });
        assertThat(read).hasSizeGreaterThan(20);
        var needed = new TreeSet<>(Sources.found(read, KEY));
        needed.addAll(SAID);
        english.stringPropertyNames().stream()
                .filter(key -> key.contains(".letter.") || isBegun(key))
                .forEach(needed::add);
        needed.removeAll(SAME);
        return needed;
    }

    private static boolean isForCustomers(String path, String text) {
        String name = path.replaceFirst("\\.(jte|java)$", "").replace('\\', '/');
        return path.endsWith(".jte")
                ? FRAMED.matcher(text).find()
                        || PARTS.stream().anyMatch(p -> name.endsWith("/" + p))
                : CODE.contains(name.substring(name.lastIndexOf('/') + 1));
    }

    private static boolean isBegun(String key) {
        return BEGINNINGS.stream().anyMatch(key::startsWith);
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Properties bundle(String language) {
        String name =
                language.endsWith(".properties")
                        ? language
                        : "messages_" + language + ".properties";
        Map<Path, String> texts = Sources.read(Path.of("src/main/resources"), name);
        var bundle = new Properties();
        try {
            bundle.load(new StringReader(String.join("\n", texts.values())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }
}
