package app.clientele.customers;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.CustomerDetails.Referrer;
import app.clientele.customers.CustomerDetails.Tax;
import app.clientele.customers.choices.Choices;
import app.clientele.database.Sql;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Validation;
import app.clientele.site.CommandRules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a customer's details must obey, whichever way they come; and their normal form. */
@Component
public class CustomerRules implements CommandRules {
    private static final int OLDEST = 130;

    private final Sql sql;
    private final Businesses businesses;
    private final Choices choices;
    private final CustomRules customRules;
    private final KnownTeam team;
    private final Clock clock;

    CustomerRules(
            Sql sql,
            Businesses businesses,
            Choices choices,
            CustomRules customRules,
            KnownTeam team,
            Clock clock) {
        this.sql = sql;
        this.businesses = businesses;
        this.choices = choices;
        this.customRules = customRules;
        this.team = team;
        this.clock = clock;
    }

    /** Details found right, in their normal form, with the names of choices looked up. */
    record Checked(
            CustomerDetails details,
            @Nullable UUID statusId,
            @Nullable UUID referralMethodId,
            List<UUID> tagIds) {}

    /**
     * @throws Invalid naming every field that breaks a rule
     */
    Checked check(CustomerDetails details, @Nullable Customer present) {
        List<Problem> problems = new ArrayList<>();
        Checked checked = look(details, present, problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        Business business = businesses.current();
        return new Checked(
                normal(checked.details(), business.country()),
                checked.statusId(),
                checked.referralMethodId(),
                checked.tagIds());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<List<Problem>> problems(Object command) {
        if (!(command instanceof CustomerDetails details)) {
            return Optional.empty();
        }
        List<Problem> problems = new ArrayList<>();
        look(details, null, problems);
        return Optional.of(problems);
    }

    private Checked look(
            CustomerDetails details, @Nullable Customer present, List<Problem> problems) {
        problems.addAll(problems(details, businesses.current()));
        List<UUID> tagIds = new ArrayList<>();
        for (int i = 0; i < details.tags().size(); i++) {
            lookUp(Choices.Kind.TAG, details.tags().get(i), "tags[" + i + "]", problems)
                    .ifPresent(tagIds::add);
        }
        UUID status =
                lookUp(Choices.Kind.STATUS, details.status(), "status", problems).orElse(null);
        UUID method =
                lookUp(
                                Choices.Kind.REFERRAL_METHOD,
                                details.referralMethod(),
                                "referralMethod",
                                problems)
                        .orElse(null);
        checkReferrer(details.referredBy(), present, problems);
        team.check(details, present, problems);
        Map<String, Object> custom = customRules.check(details, present, problems);
        return new Checked(details.with(d -> d.customFields = custom), status, method, tagIds);
    }

    /** The rules that need no look-up, so that an import can check thousands of rows a second. */
    public List<Problem> problems(CustomerDetails details, Business business) {
        List<Problem> problems = Validation.problems(details);
        if (business.requireLastName() && details.lastName() == null) {
            problems.add(new Problem("lastName", "required"));
        }
        LocalDate today = LocalDate.now(clock.withZone(business.zone()));
        checkBirthday(details, today, problems);
        for (int i = 0; i < details.phones().size(); i++) {
            Phone phone = details.phones().get(i);
            if (phone != null
                    && phone.number() != null
                    && Phones.digits(phone.number()).length() < 3) {
                problems.add(new Problem("phones[" + i + "].number", "phone"));
            }
        }
        if (details.weight() != null) {
            Weights.problems(details.weight(), today).forEach(p -> problems.add(p.under("weight")));
        }
        checkTax(details.taxOrNone(), problems);
        checkBarred(details, problems);
        return problems;
    }

    /** Nobody is both; a list of choices can't say it. */
    private static void checkBarred(CustomerDetails details, List<Problem> problems) {
        for (int i = 0; i < details.barredStaff().size(); i++) {
            var barred = details.barredStaff().get(i);
            if (barred != null
                    && details.preferredStaffIds().stream()
                            .anyMatch(id -> id != null && id.equals(barred.staffId()))) {
                problems.add(new Problem("barredStaff[" + i + "].staffId", "preferred_too"));
            }
        }
    }

    private static void checkTax(Tax tax, List<Problem> problems) {
        if (tax.number() != null && !TaxNumbers.isPlausible(tax.number())) {
            problems.add(new Problem("tax.number", "tax_number"));
        }
        if (tax.exempt() && tax.reason() == null) {
            problems.add(new Problem("tax.reason", "required"));
        }
    }

    private static void checkBirthday(
            CustomerDetails details, LocalDate today, List<Problem> problems) {
        var birthday = details.birthday();
        if (birthday == null) {
            return;
        }
        if (birthday.isAfter(today)) {
            problems.add(new Problem("birthday", "must_not_be_future"));
        }
        if (birthday.year() != null && birthday.year() < today.getYear() - OLDEST) {
            problems.add(new Problem("birthday", "too_long_ago", OLDEST));
        }
    }

    private Optional<UUID> lookUp(
            Choices.Kind kind, @Nullable String name, String field, List<Problem> problems) {
        if (name == null) {
            return Optional.empty();
        }
        Optional<UUID> found = choices.find(kind, name);
        if (found.isEmpty()) {
            problems.add(new Problem(field, "choice_unknown", name));
        }
        return found;
    }

    private void checkReferrer(
            @Nullable Referrer referrer, @Nullable Customer present, List<Problem> problems) {
        if (referrer == null || referrer.customerId() == null) {
            return;
        }
        if (present != null && referrer.customerId().equals(present.id())) {
            problems.add(new Problem("referredBy.customerId", "own_self"));
        } else if (!exists(referrer.customerId())) {
            problems.add(new Problem("referredBy.customerId", "customer_unknown"));
        }
    }

    private boolean exists(UUID id) {
        return sql.of(
                        "select exists (select from customer where business_id = :business and id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /**
     * One primary contact of each sort, phones in E.164 beside what was typed, no contact twice.
     */
    public CustomerDetails normal(CustomerDetails details, String country) {
        return details.with(d -> {
            d.emails = emails(d.emails);
            d.phones = phones(d.phones, country);
            Referrer referrer = d.referredBy;
            if (referrer != null && referrer.customerId() == null && referrer.name() == null) {
                d.referredBy = null;
            }
            d.preferredStaffIds = d.preferredStaffIds.stream().distinct().toList();
            d.barredStaff = KnownTeam.once(d.barredStaff);
        });
    }

    private static List<Email> emails(List<Email> emails) {
        List<Email> distinct = new ArrayList<>();
        for (Email email : emails) {
            if (distinct.stream()
                    .noneMatch(
                            e -> requireNonNull(e.address()).equalsIgnoreCase(email.address()))) {
                distinct.add(email);
            }
        }
        int primary = primary(distinct.stream().map(Email::primary).toList());
        return IntStream.range(0, distinct.size())
                .mapToObj(i -> new Email(distinct.get(i).address(), i == primary))
                .toList();
    }

    private static List<Phone> phones(List<Phone> phones, String country) {
        List<Phone> distinct = new ArrayList<>();
        for (Phone phone : phones) {
            String e164 = Phones.e164(requireNonNull(phone.number()), country);
            if (distinct.stream().noneMatch(p -> same(p, phone, e164))) {
                distinct.add(
                        new Phone(phone.number(), phone.kindOrMobile(), phone.primary(), e164));
            }
        }
        int primary = primary(distinct.stream().map(Phone::primary).toList());
        return IntStream.range(0, distinct.size())
                .mapToObj(i -> with(distinct.get(i), i == primary))
                .toList();
    }

    private static boolean same(Phone one, Phone other, @Nullable String e164) {
        return e164 == null
                ? Objects.equals(one.number(), other.number())
                : e164.equals(one.e164());
    }

    private static Phone with(Phone phone, boolean primary) {
        return new Phone(phone.number(), phone.kind(), primary, phone.e164());
    }

    private static int primary(List<Boolean> marks) {
        return Math.max(0, marks.indexOf(true));
    }
}
