package app.clientele.gateway;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import app.clientele.access.Clashes;
import app.clientele.access.Secrets;
import app.clientele.access.Vault;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.OneOf;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which gateway a business charges cards through, and its keys, which are sealed. */
@Service
public class GatewaySettings {
    public static final String NONE = "none";
    public static final String SANDBOX = "sandbox";
    public static final String STRIPE = "stripe";

    private static final int USUAL_MOST = 2;

    private final Sql sql;
    private final Vault vault;
    private final Clashes clashes;

    GatewaySettings(Sql sql, Vault vault, Clashes clashes) {
        this.sql = sql;
        this.vault = vault;
        this.clashes = clashes;
    }

    /**
     * How it is set up; keys are never told again.
     *
     * @param mostCards how many cards a customer may have on file
     * @param live whether real money moves
     */
    public record Setup(
            String gateway,
            int mostCards,
            boolean stripeKeySet,
            boolean stripeWebhookSecretSet,
            boolean live,
            @JsonIgnore int version) {
        /** What may be changed about it; keys that are not typed again stay. */
        public SetupDetails details() {
            return new SetupDetails(gateway, mostCards, null, null);
        }

        @JsonIgnore
        public boolean isOn() {
            return !gateway.equals(NONE);
        }
    }

    /**
     * What one may say of it.
     *
     * @param stripeKey secret or restricted key; the one that is kept stays when absent
     * @param stripeWebhookSecret what Stripe signs its events with
     */
    public record SetupDetails(
            @NotNull @OneOf(choices = {NONE, SANDBOX, STRIPE}) @Nullable String gateway,
            @Min(1) @Max(20) @Nullable Integer mostCards,
            @Line(max = 200) @Nullable String stripeKey,
            @Line(max = 200) @Nullable String stripeWebhookSecret) {}

    private record Row(
            String gateway,
            int mostCards,
            byte @Nullable [] stripeKey,
            byte @Nullable [] stripeHook,
            byte @Nullable [] hookPath,
            int version) {}

    private Optional<Row> row() {
        return sql.of(
                        "select gateway, most_cards, stripe_key, stripe_hook, hook_path, version from gateway_settings where business_id = :business")
                .query((row, number) ->
                        new Row(
                                row.getString("gateway"),
                                row.getInt("most_cards"),
                                row.getBytes("stripe_key"),
                                row.getBytes("stripe_hook"),
                                row.getBytes("hook_path"),
                                row.getInt("version")))
                .optional();
    }

    @Open("whether cards can be charged is no secret; keys are not told")
    @Transactional(readOnly = true)
    public Setup current() {
        return row().map(this::setup).orElse(new Setup(NONE, USUAL_MOST, false, false, false, 1));
    }

    private Setup setup(Row row) {
        boolean live =
                row.gateway().equals(STRIPE)
                        && row.stripeKey() != null
                        && !open(row.stripeKey()).contains("_test_");
        return new Setup(
                row.gateway(),
                row.mostCards(),
                row.stripeKey() != null,
                row.stripeHook() != null,
                live,
                row.version());
    }

    private String open(byte[] sealed) {
        return vault.open(business(), sealed);
    }

    private static UUID business() {
        return Caller.current().business();
    }

    /** The key with which the gateway is asked. */
    @Open("called by the gateway, not by people")
    @Transactional(readOnly = true)
    public Optional<String> key() {
        return row().map(Row::stripeKey).map(this::open);
    }

    /** What events of the gateway are signed with. */
    @Open("called by the gateway, not by people")
    @Transactional(readOnly = true)
    public Optional<String> hookSecret() {
        return row().map(Row::stripeHook).map(this::open);
    }

    /** Where the gateway sends its events: a path of ours that nobody else knows. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional(readOnly = true)
    public Optional<String> hookPath() {
        return row().map(Row::hookPath).map(sealed -> "/webhooks/stripe/" + open(sealed));
    }

    /**
     * @throws Refused {@code gateway_busy} while payments are on their way through the present one
     */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public void change(SetupDetails details, int version) {
        Validation.check(details);
        sql.of(
                        """
                        insert into gateway_settings (business_id, id) values (:business, :business)
                        on conflict (business_id) do nothing
                        """)
                .update();
        Row present = row().orElseThrow();
        if (present.version() != version) {
            throw clashes.since("gateway_settings", business(), version, present.version());
        }
        String wanted = requireNonNull(details.gateway());
        check(details, present, wanted);
        write(details, present, wanted, version);
    }

    private void check(SetupDetails details, Row present, String wanted) {
        String key = details.stripeKey();
        if (key != null && !key.matches("(sk|rk)_(test|live)_[A-Za-z0-9_]{8,180}")) {
            throw new Invalid("stripeKey", "stripe_key");
        }
        String hook = details.stripeWebhookSecret();
        if (hook != null && !hook.matches("whsec_[A-Za-z0-9+/=_-]{8,180}")) {
            throw new Invalid("stripeWebhookSecret", "stripe_hook");
        }
        if (wanted.equals(STRIPE) && key == null && present.stripeKey() == null) {
            throw new Invalid("stripeKey", "blank");
        }
        if (!wanted.equals(present.gateway()) && isBusy()) {
            throw new Refused("gateway_busy");
        }
    }

    private boolean isBusy() {
        return sql.of(
                        "select exists (select from gateway_operation where business_id = :business and state not in ('succeeded', 'declined'))")
                .query(Boolean.class)
                .single();
    }

    private void write(SetupDetails details, Row present, String wanted, int version) {
        String path = present.hookPath() == null ? Secrets.next() : open(present.hookPath());
        int changed =
                sql.of(
                                """
                                update gateway_settings set gateway = :gateway, most_cards = :most, stripe_key = :key, stripe_hook = :hook,
                                    hook_path = :path, hook_hash = :hash, version = version + 1, updated_at = now()
                                where business_id = :business and version = :version
                                """)
                        .param("gateway", wanted)
                        .param("most", requireNonNullElse(details.mostCards(), USUAL_MOST))
                        .param("key", sealed(details.stripeKey(), present.stripeKey()))
                        .param("hook", sealed(details.stripeWebhookSecret(), present.stripeHook()))
                        .param("path", vault.seal(business(), path))
                        .param("hash", Secrets.hash(path))
                        .param("version", version)
                        .update();
        if (changed == 0) {
            throw clashes.since("gateway_settings", business(), version, current().version());
        }
    }

    private byte @Nullable [] sealed(@Nullable String typed, byte @Nullable [] kept) {
        return typed == null ? kept : vault.seal(business(), typed);
    }

    /** Whose events come to this address. */
    @Open("the address itself is the proof")
    public Optional<UUID> businessOf(String hook) {
        return sql.acrossBusinesses("select * from find_gateway_hook(:hash)")
                .param("hash", Secrets.hash(hook))
                .query(UUID.class)
                .optional();
    }
}
