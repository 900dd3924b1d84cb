package app.clientele.site;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** The words people read, from {@code messages*.properties}. */
@Component
public class Texts {
    private static final Logger log = LoggerFactory.getLogger(Texts.class);

    private final MessageSource messages;
    private final boolean strict;

    Texts(MessageSource messages, @Value("${clientele.strict-texts:false}") boolean strict) {
        this.messages = messages;
        this.strict = strict;
    }

    /** A missing key fails in tests; at the desk the page still opens and the log tells. */
    public String text(Locale locale, String key, @Nullable Object... args) {
        try {
            return messages.getMessage(key, args, locale);
        } catch (NoSuchMessageException missing) {
            if (strict) {
                throw missing;
            }
            log.error("Missing text {}", key);
            return key;
        }
    }

    public String text(Locale locale, MessageSourceResolvable message) {
        return messages.getMessage(message, locale);
    }
}
