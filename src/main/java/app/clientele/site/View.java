package app.clientele.site;

import static java.util.Objects.requireNonNull;

import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import java.awt.ComponentOrientation;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every template is given first: who looks, in which words and formats, and how to name the
 * things around the page. Controllers take it as a method argument.
 */
public final class View {
    private final @Nullable Exchange exchange;
    private final Site site;
    private final Formats formats;

    View(@Nullable Exchange exchange, Site site, Formats formats) {
        this.exchange = exchange;
        this.site = site;
        this.formats = formats;
    }

    /** The same in the language and time zone of somebody who has no account. */
    public View in(Locale locale, ZoneId zone) {
        return new View(
                exchange, site, new Formats(formats.texts(), locale, zone, formats.clock()));
    }

    /**
     * The same for somebody without an account: in the language they chose, or their browser asks
     * for, among those a business offers.
     *
     * @param tags the languages it offers, its own first
     */
    public View outside(List<String> tags, ZoneId zone) {
        return in(exchange().language(tags), zone);
    }

    /** The language this address names, as its code; none when it names none. */
    public @Nullable String languageInAddress() {
        return exchange().languageInAddress();
    }

    /** This page in another language; only of pages that are asked for, not of a form's answer. */
    public @Nullable String pathIn(String language) {
        return exchange().pathIn(language);
    }

    // words and formats

    public String t(String key, @Nullable Object... args) {
        return site.texts().text(locale(), key, args);
    }

    /** A text whose pattern chooses its form by the number: {@code {0,choice,1#one|1<{0} many}}. */
    public String tn(String key, long n) {
        return t(key, n);
    }

    public String text(MessageSourceResolvable message) {
        return site.texts().text(locale(), message);
    }

    /** Why a rule forbids something. */
    public String reason(Refused.Reason reason) {
        String words = t("refused." + reason.code(), reason.args().toArray());
        return reason.about() == null ? words : t("site.about", reason.about(), words);
    }

    /** What is wrong with a field. */
    public String problem(Invalid.Problem problem) {
        return t("invalid." + problem.code(), problem.args().toArray());
    }

    public String date(LocalDate date) {
        return formats.date(date);
    }

    public String date(Instant instant) {
        return formats.date(instant);
    }

    public String time(Instant instant) {
        return formats.time(instant);
    }

    public String dateTime(Instant instant) {
        return formats.dateTime(instant);
    }

    public String day(LocalDate date) {
        return formats.day(date);
    }

    /** A {@code <time>} element: relative within a week, the full moment in its title. */
    public Content ago(Instant instant) {
        return formats.agoElement(instant);
    }

    public String number(long number) {
        return formats.number(number);
    }

    public Formats formats() {
        return formats;
    }

    public Locale locale() {
        return formats.locale();
    }

    public ZoneId zone() {
        return formats.zone();
    }

    /** {@code rtl} or {@code ltr}, for the page's {@code dir}. */
    public String direction() {
        return ComponentOrientation.getOrientation(locale()).isLeftToRight() ? "ltr" : "rtl";
    }

    // who and where

    public @Nullable Viewer viewer() {
        return exchange == null ? null : exchange.viewer();
    }

    public boolean may(String permission) {
        var viewer = viewer();
        return viewer != null && viewer.may(permission);
    }

    public boolean may(Permission permission) {
        return may(permission.wireName());
    }

    /** Path of this page, without the query. */
    public String path() {
        return exchange().path();
    }

    /** Whether a part of the page is asked for, not the whole. */
    public boolean htmx() {
        return exchange().htmx();
    }

    public String requestId() {
        return exchange().requestId();
    }

    public List<NavItem> nav() {
        return site.nav(viewer());
    }

    public List<SettingsItem> settings() {
        return site.settings(viewer());
    }

    public List<AccountItem> account() {
        return site.account();
    }

    public List<PaletteAction> actions() {
        return site.actions(viewer());
    }

    // looks

    /** light, dark or system: this device's choice, else the person's. */
    public String theme() {
        return exchange().theme();
    }

    /** Address of a style, script or picture under a name that changes with its content. */
    public String asset(String name) {
        return site.assets().path(name);
    }

    public Content icon(String name) {
        return icon(name, "");
    }

    /** An icon from the sprite, hidden from screen readers: words stand beside it. */
    public Content icon(String name, String classes) {
        return site.assets().icon(name, classes);
    }

    // forms

    /** Whether forms can be sent at all: not on the page of a request refused at the door. */
    public boolean writable() {
        return exchange().csrf() != null;
    }

    public String csrf() {
        return token().getToken();
    }

    public String csrfParameter() {
        return token().getParameterName();
    }

    public String csrfHeader() {
        return token().getHeaderName();
    }

    /** What is printed belongs to no request, and has none of its questions. */
    private Exchange exchange() {
        return requireNonNull(exchange, "Nobody looks: this is for paper");
    }

    private CsrfToken token() {
        return requireNonNull(exchange().csrf(), "No CSRF token: is this path behind the filter?");
    }

    /** The same form again, with what was wrong marked (422). */
    public JteModel invalid(JteModel form) {
        return status(HttpStatus.UNPROCESSABLE_CONTENT, form);
    }

    public JteModel status(HttpStatus status, JteModel page) {
        exchange().status(status);
        return page;
    }

    /** Says so over the page: at once for a part, after the redirect otherwise. */
    public void toast(Toast toast) {
        if (htmx()) {
            exchange().trigger("toast", spoken(toast));
        } else {
            exchange().flash(toast);
        }
    }

    /** Tells the page's scripts and {@code hx-trigger="name from:body"} that something happened. */
    public void trigger(String event, Object detail) {
        exchange().trigger(event, detail);
    }

    public ResponseEntity<Void> redirect(String path) {
        return htmx()
                ? ResponseEntity.noContent().header("HX-Redirect", path).build()
                : ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }

    /** Goes on to another page, which then shows the toast. */
    public ResponseEntity<Void> redirect(String path, Toast toast) {
        exchange().flash(toast);
        return redirect(path);
    }

    /** The toast a redirect left behind; it is shown once. */
    public @Nullable Spoken flash() {
        var toast = exchange().takeFlash();
        return toast == null ? null : spoken(toast);
    }

    private Spoken spoken(Toast toast) {
        return new Spoken(t(toast.key(), toast.args().toArray()), toast.undo());
    }

    /** A toast in the reader's words. */
    public record Spoken(String message, @Nullable String undo) {}
}
