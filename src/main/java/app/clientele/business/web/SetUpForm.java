package app.clientele.business.web;

import app.clientele.site.Option;
import app.clientele.site.View;
import app.clientele.site.WorldOptions;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The set-up form as typed so far, with what one may choose from. */
public record SetUpForm(View view, MultiValueMap<String, String> typed) {
    static SetUpForm empty(View view) {
        MultiValueMap<String, String> guess = new LinkedMultiValueMap<>();
        Locale locale = view.locale();
        guess.add("kind", "salon");
        guess.add("language", locale.getLanguage());
        guess.add("country", locale.getCountry().isEmpty() ? "GB" : locale.getCountry());
        guess.add(
                "currency",
                locale.getCountry().isEmpty()
                        ? "GBP"
                        : java.util.Currency.getInstance(locale).getCurrencyCode());
        // a server that keeps UTC says nothing of where the business is: the list then asks
        guess.add("zone", ZoneId.systemDefault().getId());
        return new SetUpForm(view, guess);
    }

    public @Nullable String value(String name) {
        return typed.getFirst(name);
    }

    public List<Option> kinds() {
        return BusinessKinds.options(view);
    }

    public List<Option> countries() {
        return WorldOptions.countries(view.locale());
    }

    public List<Option> currencies() {
        return WorldOptions.currencies(view.locale());
    }

    /** Which currency each country pays in, for the page's script. */
    public String currencyOfCountry() {
        return WorldOptions.currencyOfCountry().entrySet().stream()
                .map(e -> "\"%s\":\"%s\"".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    public List<Option> zones() {
        return WorldOptions.zones();
    }

    public List<Option> languages() {
        return WorldOptions.languages(view.locale());
    }

    /** The languages that are chosen already or likely to be, before all others. */
    public Map<Boolean, List<Option>> languagesByNearness() {
        Set<String> near = new HashSet<>(typed.getOrDefault("languages[]", List.of()));
        near.addAll(WorldOptions.languagesOf(String.valueOf(value("country"))));
        near.add(String.valueOf(value("language")));
        near.add(view.locale().getLanguage());
        return languages().stream()
                .collect(Collectors.partitioningBy(o -> near.contains(o.value())));
    }
}
