package app.clientele.messages;

import app.clientele.business.Business;
import app.clientele.site.PublicLanguage;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The languages we write to people in. */
public final class Languages {
    private Languages() {}

    /** Theirs if we write it, else the business's, else English: as where the business is. */
    public static Locale of(@Nullable String theirs, Business business) {
        return Stream.of(Optional.ofNullable(theirs), Optional.of(business.language()))
                .flatMap(Optional::stream)
                .map(business::locale)
                .filter(locale -> PublicLanguage.WRITTEN.contains(locale.getLanguage()))
                .findFirst()
                .orElseGet(() -> business.locale("en"));
    }
}
