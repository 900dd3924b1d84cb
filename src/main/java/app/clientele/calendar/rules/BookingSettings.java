package app.clientele.calendar.rules;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Prose;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What holds for every booking of a business, read and changed. */
@Service
public class BookingSettings {
    /** In which steps times may be offered. */
    public static final List<Integer> STEPS = List.of(5, 10, 15, 20, 30, 60);

    /** As a browser tells where a page comes from: nothing that could end a header's part. */
    private static final Pattern SITE =
            Pattern.compile("\\s*https?://[a-zA-Z0-9.*-]{1,200}(:[0-9]{1,5})?/?\\s*");

    private final Sql sql;
    private final Clashes clashes;

    BookingSettings(Sql sql, Clashes clashes) {
        this.sql = sql;
        this.clashes = clashes;
    }

    /**
     * What holds.
     *
     * @param lateCancelHours whoever calls off later than so many hours before is late; 0 for never
     * @param slotMinutes in which steps times are offered
     * @param aheadDays how far ahead customers may book by themselves
     * @param noticeMinutes how soon, at the soonest
     * @param forwardRequests whether a request goes to the colleague the customer prefers
     * @param acceptance whether every booking online waits to be accepted
     * @param restrictAfter how many missed appointments restrict a customer; never when absent
     * @param restrictMonths within how many months
     * @param restrictTo what they may do then
     * @param countLate whether late cancellations count as missed
     * @param terms what whoever books online accepts
     * @param callUs what somebody is told who can't book online
     * @param allowedSites sites that may show the public page, a line each
     * @param waitlistAutomatic whether times that get free are offered to who waits by themselves
     * @param offerMinutes for how long such a time is kept, at the longest
     * @param offerNoticeMinutes how soon before it begins one is still offered
     */
    public record Rules(
            int lateCancelHours,
            int slotMinutes,
            int aheadDays,
            int noticeMinutes,
            boolean forwardRequests,
            boolean acceptance,
            @Nullable Integer restrictAfter,
            int restrictMonths,
            OnlineRule restrictTo,
            boolean countLate,
            @Nullable String terms,
            @Nullable String callUs,
            @Nullable String allowedSites,
            boolean waitlistAutomatic,
            int offerMinutes,
            int offerNoticeMinutes,
            @JsonIgnore int version) {
        /** What holds for a business that has said nothing. */
        public static final Rules USUAL =
                new Rules(
                        24,
                        15,
                        90,
                        60,
                        false,
                        false,
                        null,
                        6,
                        OnlineRule.REQUIRE_ACCEPTANCE,
                        false,
                        null,
                        null,
                        null,
                        true,
                        120,
                        120,
                        0);

        /** What may be changed about them. */
        public RulesDetails details() {
            return new RulesDetails(
                    lateCancelHours,
                    slotMinutes,
                    aheadDays,
                    noticeMinutes,
                    forwardRequests,
                    acceptance,
                    restrictAfter,
                    restrictMonths,
                    restrictTo,
                    countLate,
                    terms,
                    callUs,
                    allowedSites,
                    waitlistAutomatic,
                    offerMinutes,
                    offerNoticeMinutes);
        }
    }

    /** What may be said of them. */
    public record RulesDetails(
            @NotNull @Min(0) @Max(720) @Nullable Integer lateCancelHours,
            @NotNull @Nullable Integer slotMinutes,
            @NotNull @Min(1) @Max(730) @Nullable Integer aheadDays,
            @NotNull @Min(0) @Max(43200) @Nullable Integer noticeMinutes,
            boolean forwardRequests,
            boolean acceptance,
            @Min(1) @Max(50) @Nullable Integer restrictAfter,
            @NotNull @Min(1) @Max(120) @Nullable Integer restrictMonths,
            @NotNull @Nullable OnlineRule restrictTo,
            boolean countLate,
            @Prose(max = 5000) @Nullable String terms,
            @Prose(max = 500) @Nullable String callUs,
            @Prose(max = 2000) @Nullable String allowedSites,
            boolean waitlistAutomatic,
            @NotNull @Min(10) @Max(10080) @Nullable Integer offerMinutes,
            @NotNull @Min(0) @Max(43200) @Nullable Integer offerNoticeMinutes) {
        void check() {
            List<Problem> problems = Validation.problems(this);
            if (slotMinutes != null && !STEPS.contains(slotMinutes)) {
                problems.add(new Problem("slotMinutes", "choice"));
            }
            if (restrictTo == OnlineRule.ALLOW) {
                problems.add(new Problem("restrictTo", "choice"));
            }
            if (allowedSites != null
                    && !allowedSites
                            .lines()
                            .allMatch(s -> s.isBlank() || SITE.matcher(s).matches())) {
                problems.add(new Problem("allowedSites", "site"));
            }
            if (!problems.isEmpty()) {
                throw new Invalid(problems);
            }
        }
    }

    /** The business's own, or the usual ones. */
    @Open("how a business takes bookings is no secret")
    @Transactional(readOnly = true)
    public Rules current() {
        return sql.of(
                        """
                        select late_cancel_hours, slot_minutes, ahead_days, notice_minutes, forward_requests, acceptance,
                               restrict_after, restrict_months, upper(restrict_to) restrict_to, count_late, terms, call_us, allowed_sites,
                               waitlist_automatic, offer_minutes, offer_notice_minutes, version
                        from booking_settings where business_id = :business
                        """)
                .query(Rules.class)
                .optional()
                .orElse(Rules.USUAL);
    }

    @Requires(Permission.SETTINGS_BUSINESS)
    @Transactional
    public void change(RulesDetails details, int version) {
        details.check();
        begin();
        int changed =
                bind(
                                """
                                update booking_settings set late_cancel_hours = :late, slot_minutes = :slot, ahead_days = :ahead,
                                    notice_minutes = :notice, forward_requests = :forward, acceptance = :acceptance,
                                    restrict_after = :after, restrict_months = :months, restrict_to = :to, count_late = :countLate,
                                    terms = :terms, call_us = :callUs, allowed_sites = :sites,
                                    waitlist_automatic = :automatic, offer_minutes = :offer, offer_notice_minutes = :offerNotice,
                                    version = version + 1, updated_at = now()
                                where business_id = :business and version = :version
                                """,
                                details,
                                version)
                        .update();
        if (changed == 0) {
            UUID id = Caller.current().business();
            throw clashes.since("booking_settings", id, version, current().version());
        }
    }

    /** Writes the usual ones down, so that the log tells what was changed about them. */
    private void begin() {
        bind(
                        """
                        insert into booking_settings (business_id, id, late_cancel_hours, slot_minutes, ahead_days, notice_minutes,
                            forward_requests, acceptance, restrict_after, restrict_months, restrict_to, count_late, terms, call_us,
                            allowed_sites, waitlist_automatic, offer_minutes, offer_notice_minutes, version)
                        values (:business, :business, :late, :slot, :ahead, :notice, :forward, :acceptance, :after, :months, :to,
                            :countLate, :terms, :callUs, :sites, :automatic, :offer, :offerNotice, :version) on conflict do nothing
                        """,
                        Rules.USUAL.details(),
                        Rules.USUAL.version())
                .update();
    }

    private StatementSpec bind(String statement, RulesDetails details, int version) {
        return sql.of(statement)
                .param("late", details.lateCancelHours())
                .param("slot", details.slotMinutes())
                .param("ahead", details.aheadDays())
                .param("notice", details.noticeMinutes())
                .param("forward", details.forwardRequests())
                .param("acceptance", details.acceptance())
                .param("after", details.restrictAfter())
                .param("months", details.restrictMonths())
                .param("to", requireNonNull(details.restrictTo()).wireName())
                .param("countLate", details.countLate())
                .param("terms", details.terms())
                .param("callUs", details.callUs())
                .param("sites", details.allowedSites())
                .param("automatic", details.waitlistAutomatic())
                .param("offer", details.offerMinutes())
                .param("offerNotice", details.offerNoticeMinutes())
                .param("version", version);
    }
}
