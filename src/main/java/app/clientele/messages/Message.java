package app.clientele.messages;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands in the outbox.
 *
 * @param customerId whom it is for; absent for an address that is no customer's
 * @param recipient their name
 * @param language the tag of the language it is written in
 * @param enclosed the paper it brings along
 * @param state waiting or withdrawn
 * @param cause why it waits or will not go, such as {@code no_mail_server}
 */
public record Message(
        UUID id,
        @Nullable UUID customerId,
        @Nullable String recipient,
        String channel,
        @Nullable String address,
        String purpose,
        String language,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html,
        @JsonIgnoreProperties("masked") @Nullable Enclosure enclosed,
        String state,
        @Nullable String cause,
        Instant createdAt) {
    Message with(@Nullable String newText, @Nullable String newHtml) {
        return new Message(
                id,
                customerId,
                recipient,
                channel,
                address,
                purpose,
                language,
                subject,
                newText,
                newHtml,
                enclosed,
                state,
                cause,
                createdAt);
    }
}
