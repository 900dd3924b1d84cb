package app.style;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.StaticMessageSource;

/**
 * The words of the style pages, and a language for finding what breaks when words are long: in
 * {@code en-XA} every text is accented and 40 % longer.
 */
class PseudoTexts implements MessageSource {
    private static final String PLAIN = "aeiouyAEIOUY";
    private static final String ODD = "àéîöûýÀÉÎÖÛÝ";

    private final MessageSource real;
    private final StaticMessageSource style = new StaticMessageSource();

    PseudoTexts(MessageSource real) {
        this.real = real;
        add("today", "Today");
        add("calendar", "Calendar");
        add("customers", "Customers");
        add("inbox", "Inbox");
        add("reports", "Reports");
        add("secret", "Secret");
        add("business", "Business");
        add("tags", "Tags");
        add("new", "New customer");
        add("signOut", "Sign out");
        add("saved", "{0} was saved");
        style.addMessage("refused.style_refused", Locale.ENGLISH, "This slot was just taken.");
        add("removed", "Label “{0}” removed");
    }

    private void add(String key, String text) {
        style.addMessage("style." + key, Locale.ENGLISH, text);
    }

    @Override
    public @Nullable String getMessage(
            String code,
            Object @Nullable [] args,
            @Nullable String other,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getMessage(String code, Object @Nullable [] args, @Nullable Locale locale) {
        var text =
                code.startsWith("style.") || code.equals("refused.style_refused")
                        ? style.getMessage(code, args, Locale.ENGLISH)
                        : real.getMessage(code, args, locale);
        return locale != null && locale.toLanguageTag().equals("en-XA") ? longer(text) : text;
    }

    @Override
    public String getMessage(MessageSourceResolvable message, @Nullable Locale locale) {
        return real.getMessage(message, locale);
    }

    private static String longer(String text) {
        var odd = new StringBuilder();
        text.codePoints()
                .forEach(c ->
                        odd.appendCodePoint(
                                PLAIN.indexOf(c) < 0 ? c : ODD.charAt(PLAIN.indexOf(c))));
        int more = (text.length() * 2 + 4) / 5;
        for (int i = 0; i < more; i++) {
            odd.append(i % 6 == 0 ? ' ' : '~');
        }
        return odd.toString();
    }
}
