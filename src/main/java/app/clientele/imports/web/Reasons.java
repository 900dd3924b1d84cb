package app.clientele.imports.web;

import app.clientele.customers.custom.CustomField;
import app.clientele.imports.ImportRows.Reason;
import app.clientele.imports.ImportRows.Row;
import app.clientele.site.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why a row went as it did, in words. */
public final class Reasons {
    private final Texts texts;
    private final Locale locale;
    private final List<CustomField> fields;

    /**
     * @param fields the business's own, called as it calls them
     */
    Reasons(Texts texts, Locale locale, List<CustomField> fields) {
        this.fields = fields;
        this.texts = texts;
        this.locale = locale;
    }

    public String of(Row row) {
        return row.reasons().stream().map(this::words).collect(Collectors.joining(" "));
    }

    private String words(Reason reason) {
        String words = texts.text(locale, reason.key(), reason.args().toArray());
        return reason.field().isEmpty() ? words : place(reason) + ": " + words;
    }

    /** A field of ours by its name on the form; anything else is the header of a column. */
    private String place(Reason reason) {
        if (!reason.key().startsWith("invalid.")) {
            return reason.field();
        }
        return fields.stream()
                .filter(f -> f.path().equals(reason.field()))
                .map(CustomField::label)
                .findFirst()
                .orElseGet(() ->
                        texts.text(
                                locale,
                                "imports.field." + reason.field().replaceFirst("[\\[.].*", "")));
    }
}
