package app.clientele.business.web;

import app.clientele.site.Option;
import app.clientele.site.View;
import java.util.List;
import java.util.stream.Stream;

/** What a business may be, to choose from. */
final class BusinessKinds {
    private BusinessKinds() {}

    static List<Option> options(View view) {
        return Stream.of("salon", "spa", "medspa", "studio", "pet", "home", "other")
                .map(k -> new Option(k, view.t("business.kind." + k)))
                .toList();
    }
}
