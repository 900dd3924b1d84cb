package app.clientele.site;

import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets an API caller send the same POST twice without doing it twice: the answer is kept under its
 * {@code Idempotency-Key} in the transaction of the deed itself, so that neither is ever without
 * the other.
 */
@Component
class IdempotentRequests {
    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private final Sql sql;
    private final TransactionTemplate transactions;
    private final JsonMapper json;

    IdempotentRequests(Sql sql, TransactionTemplate transactions, JsonMapper json) {
        this.sql = sql;
        this.transactions = transactions;
        this.json = json;
    }

    private record Kept(
            byte[] fingerprint,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}

    /** The first answer to this request, or the deed and its answer. */
    @Nullable Object once(HttpServletRequest request, MethodInvocation call) throws Throwable {
        String key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Invalid(HEADER, "too_long", LONGEST_KEY);
        }
        try {
            return answer(key, Fingerprint.of(request), call);
        } catch (Wrapped e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private @Nullable Object answer(String key, byte[] fingerprint, MethodInvocation call) {
        // the null check does not yet know that a callback may answer nothing
        return transactions
                .execute(t -> Optional.ofNullable(claim(key, fingerprint, call)))
                .orElse(null);
    }

    private @Nullable Object claim(String key, byte[] fingerprint, MethodInvocation call) {
        // a second request with this key waits here until the first one's transaction ends
        int claimed =
                sql.of(
                                """
                                insert into idempotent_request (business_id, id, key, fingerprint, status)
                                values (:business, :id, :key, :fingerprint, 0) on conflict (business_id, key) do nothing
                                """)
                        .param("id", Ids.next())
                        .param("key", key)
                        .param("fingerprint", fingerprint)
                        .update();
        return claimed == 1 ? doAndKeep(key, call) : repeat(key, fingerprint);
    }

    private @Nullable Object doAndKeep(String key, MethodInvocation call) {
        Object answer = proceed(call);
        if (answer instanceof ResponseEntity<?> response) {
            keep(key, response);
        }
        return answer;
    }

    private static @Nullable Object proceed(MethodInvocation call) {
        try {
            return call.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new Wrapped(e);
        }
    }

    private void keep(String key, ResponseEntity<?> response) {
        sql.of(
                        """
                        update idempotent_request set status = :status, location = :location, etag = :etag, body = :body
                        where business_id = :business and key = :key
                        """)
                .param("status", response.getStatusCode().value())
                .param("location", response.getHeaders().getFirst(HttpHeaders.LOCATION))
                .param("etag", response.getHeaders().getETag())
                .param(
                        "body",
                        response.hasBody() ? json.writeValueAsString(response.getBody()) : null)
                .param("key", key)
                .update();
    }

    private ResponseEntity<JsonNode> repeat(String key, byte[] fingerprint) {
        Kept kept =
                sql.of(
                                """
                                select fingerprint, status, location, etag, body from idempotent_request
                                where business_id = :business and key = :key
                                """)
                        .param("key", key)
                        .query(Kept.class)
                        .single();
        if (!MessageDigest.isEqual(kept.fingerprint(), fingerprint)) {
            throw new Invalid(HEADER, "key_reused");
        }
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(kept.status()).header("Idempotent-Replayed", "true");
        Optional.ofNullable(kept.location()).ifPresent(l -> answer.header(HttpHeaders.LOCATION, l));
        Optional.ofNullable(kept.etag()).ifPresent(e -> answer.header(HttpHeaders.ETAG, e));
        return kept.body() == null ? answer.build() : answer.body(json.readTree(kept.body()));
    }

    /** Forgets what is older than a day. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOld() {
        sql.acrossBusinesses("select forget_idempotent_requests()").query().singleRow();
    }

    private static final class Wrapped extends RuntimeException {
        private Wrapped(Throwable cause) {
            super(cause);
        }
    }
}
