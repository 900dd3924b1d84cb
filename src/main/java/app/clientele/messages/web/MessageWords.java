package app.clientele.messages.web;

import app.clientele.messages.Message;
import app.clientele.site.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages in the words of whoever looks. */
public final class MessageWords {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private MessageWords() {}

    /** A piece of a text, perhaps a link. */
    public record Piece(String text, boolean link) {}

    /** The text, its links apart. */
    public static List<Piece> pieces(Message message) {
        String text = message.text() == null ? "" : message.text();
        List<Piece> pieces = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        int from = 0;
        while (links.find()) {
            pieces.add(new Piece(text.substring(from, links.start()), false));
            pieces.add(new Piece(links.group(), true));
            from = links.end();
        }
        pieces.add(new Piece(text.substring(from), false));
        return pieces;
    }

    /** Whom it is for, by name where known. */
    public static String to(View view, Message message) {
        if (message.recipient() != null && !message.recipient().isEmpty()) {
            return message.recipient();
        }
        return message.address() == null ? view.t("messages.nobody") : message.address();
    }

    /** What it says it is about. */
    public static String subject(View view, Message message) {
        return message.subject() == null ? view.t("messages.erased") : message.subject();
    }

    /** Why it waits or will not go. */
    public static String cause(View view, Message message) {
        return view.t("messages.cause." + message.cause());
    }

    public static String language(View view, Message message) {
        return Locale.forLanguageTag(message.language()).getDisplayName(view.locale());
    }
}
