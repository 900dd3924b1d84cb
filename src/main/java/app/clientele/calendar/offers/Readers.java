package app.clientele.calendar.offers;

import app.clientele.database.Sql;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who a letter is for, by their record. */
@Component
public class Readers {
    private final Sql sql;

    Readers(Sql sql) {
        this.sql = sql;
    }

    /**
     * Somebody who can be written to.
     *
     * @param name the one they are called by
     * @param language theirs, if they said which
     */
    public record Reader(String name, @Nullable String language, String address) {}

    /** Who has no address, or is gone, is not written to. */
    public Optional<Reader> of(UUID customer) {
        return sql.of(
                        """
                        select * from (
                            select first_name as name, language, (select e ->> 'address' from jsonb_array_elements(emails) e
                                order by (e ->> 'primary')::boolean desc limit 1) address
                            from customer where business_id = :business and id = :id and erase_at is null
                        ) r where r.address is not null
                        """)
                .param("id", customer)
                .query(Reader.class)
                .optional();
    }

    /** Day and time in full, by the clock on the branch's wall. */
    public static String moment(Locale locale, Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }
}
