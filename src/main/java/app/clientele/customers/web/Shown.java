package app.clientele.customers.web;

import app.clientele.business.Business;
import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Address;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.CustomerDetails.PhoneKind;
import app.clientele.customers.Phones;
import app.clientele.customers.Team;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.web.custom.CustomWords;
import app.clientele.shared.Birthday;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A customer's details in the words and formats of whoever looks. */
public record Shown(View view, Customer customer, Business business, LocalDate today) {
    /**
     * A phone to call.
     *
     * @param call number for {@code tel:}; absent when it is hidden or none
     * @param text number for {@code sms:}; absent for what is no mobile
     */
    public record PhoneLine(
            String shown,
            @Nullable String call,
            @Nullable String text,
            String kind,
            boolean primary) {}

    public String name() {
        return customer.shownName();
    }

    public String path() {
        return "/customers/" + customer.id();
    }

    public CustomerDetails details() {
        return customer.details();
    }

    /** First, middle and last name, where the display name says something else. */
    public Optional<String> fullName() {
        String full =
                Stream.of(details().firstName(), details().middleName(), details().lastName())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        return full.equals(name()) ? Optional.empty() : Optional.of(full);
    }

    public List<PhoneLine> phones() {
        return details().phones().stream()
                .sorted(Comparator.comparing(phone -> !phone.primary()))
                .map(this::phone)
                .toList();
    }

    private PhoneLine phone(Phone phone) {
        String call = reachable() ? Objects.requireNonNullElse(phone.e164(), dialled(phone)) : null;
        boolean mobile = phone.kindOrMobile() == PhoneKind.MOBILE;
        return new PhoneLine(
                Phones.shown(phone, business.country()),
                call,
                mobile ? call : null,
                phone.kindOrMobile().wireName(),
                phone.primary());
    }

    private static String dialled(Phone phone) {
        return String.valueOf(phone.number()).replaceAll("[^0-9+*#]", "");
    }

    /** The e-mail addresses, the primary one first. */
    public List<String> emails() {
        return details().emails().stream()
                .sorted(Comparator.comparing(email -> !email.primary()))
                .map(email -> String.valueOf(email.address()))
                .toList();
    }

    /** Whether contacts are shown in full, to be called and written to. */
    public boolean reachable() {
        return view.may(Permission.PROFILE_CONTACT);
    }

    public Optional<String> language() {
        return Optional.ofNullable(details().language()).map(tag -> language(view, tag));
    }

    public static String language(View view, String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(view.locale());
    }

    public Optional<String> since() {
        return Optional.ofNullable(details().customerSince()).map(view::date);
    }

    /** Month and year, for the head of the page. */
    public Optional<String> sinceMonth() {
        return Optional.ofNullable(details().customerSince())
                .map(
                        DateTimeFormatter.ofLocalizedPattern("yMMM").withLocale(view.locale())
                                ::format);
    }

    public Optional<String> birthday() {
        return Optional.ofNullable(details().birthday()).map(b -> birthday(view, b));
    }

    static String monthAndDay(View view, Birthday birthday) {
        return DateTimeFormatter.ofLocalizedPattern("MMMd")
                .withLocale(view.locale())
                .format(MonthDay.of(birthday.month(), birthday.day()));
    }

    public static String birthday(View view, Birthday birthday) {
        return birthday.year() == null
                ? monthAndDay(view, birthday)
                : view.date(LocalDate.of(birthday.year(), birthday.month(), birthday.day()));
    }

    /** How old they are, or will be at the next birthday when that is near. */
    public Optional<String> age() {
        Birthday birthday = details().birthday();
        if (birthday == null) {
            return Optional.empty();
        }
        LocalDate next = birthday.next(today);
        boolean soon = today.plusDays(30).isAfter(next);
        return birthday.age(soon ? next : today)
                .map(years -> view.t(soon ? "profile.turns" : "profile.age", years));
    }

    public List<Address> addresses() {
        return details().addresses();
    }

    public List<String> lines(Address address) {
        return AddressLines.of(view, business, address);
    }

    public boolean referred() {
        return details().referredBy() != null || details().referralMethod() != null;
    }

    /** The preferred branch by name, said to be closed where it is. */
    public Optional<String> branch() {
        return customer.team()
                .branch(details().preferredBranchId())
                .map(b -> b.closed() ? view.t("profile.branch.closed", b.name()) : b.name());
    }

    /** The preferred staff, the favourite first. */
    public List<Team.Colleague> preferredStaff() {
        return details().preferredStaffIds().stream()
                .flatMap(id -> customer.team().colleague(id).stream())
                .toList();
    }

    /** The name of somebody barred. */
    public String name(CustomerDetails.BarredStaff barred) {
        return customer.team()
                .colleague(barred.staffId())
                .map(c -> c.left() ? view.t("profile.staff.gone", c.name()) : c.name())
                .orElse("?");
    }

    public boolean taxed() {
        return details().tax() != null;
    }

    /** A detail that is but a line of text; empty when there is none. */
    public String plain(Section section) {
        return switch (section) {
            case NAME -> fullName().orElse(name());
            case GENDER -> Objects.requireNonNullElse(details().gender(), "");
            case LANGUAGE -> language().orElse("");
            case SINCE -> since().orElse("");
            case BRANCH -> branch().orElse("");
            case EXTERNAL -> Objects.requireNonNullElse(details().externalId(), "");
            default -> "";
        };
    }

    /** What is in one of the business's own fields; empty for nothing. */
    public String custom(CustomField field) {
        return CustomWords.of(view, field, details().customFields().get(field.key()));
    }

    /** Whether a lock keeps the viewer from changing details. */
    public boolean lockedOut() {
        return lockedOut(view, customer);
    }

    static boolean lockedOut(View view, Customer customer) {
        return customer.eraseAt() != null
                || customer.lock() != null && !view.may(Permission.PROFILE_LOCK);
    }

    /** Whether it waits to be erased, and nothing of it changes. */
    public boolean erasing() {
        return customer.eraseAt() != null;
    }

    /** Whether the viewer may change details at all. */
    public boolean editable() {
        return view.may(Permission.PROFILE_EDIT) && !lockedOut();
    }

    /** Whether the viewer may edit it: hidden contacts can't be, addresses even if locked. */
    public boolean editable(Section section) {
        boolean contact = section.fields().stream().anyMatch(FormFields.LISTS::contains);
        return view.may(Permission.PROFILE_EDIT)
                && !erasing()
                && (!contact || reachable())
                && (!lockedOut() || section == Section.ADDRESSES);
    }

    /** Who locked it and when, in words. */
    public String locked() {
        Customer.Lock lock = Objects.requireNonNull(customer.lock());
        String when = view.date(lock.at());
        return lock.by() == null
                ? view.t("profile.locked", when)
                : view.t("profile.locked.by", when, lock.by());
    }

    /** For how long they have come, in years once there is one. */
    public Optional<String> tenure() {
        return Optional.ofNullable(details().customerSince())
                .filter(since -> !since.isAfter(today))
                .map(since -> Period.between(since, today))
                .map(time ->
                        time.getYears() > 0
                                ? view.tn("profile.years", time.getYears())
                                : view.tn("profile.months", time.getMonths()));
    }
}
