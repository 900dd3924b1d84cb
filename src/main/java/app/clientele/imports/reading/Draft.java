package app.clientele.imports.reading;

import app.clientele.shared.Birthday;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A customer while the cells of its row come in. What a field can't take stays as an extra. */
final class Draft {
    private static final int LONGEST_COUNT = 6;

    private final Format format;
    private final Dates dates;
    private final @Nullable LocalDate exported;

    private final Map<Target, String> texts = new EnumMap<>(Target.class);
    private final Map<Target, Boolean> flags = new EnumMap<>(Target.class);
    private final Set<String> emails = new LinkedHashSet<>();
    private final Set<ReadCustomer.Phone> phones = new LinkedHashSet<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private final List<ReadCustomer.Note> notes = new ArrayList<>();
    private final Map<String, String> custom = new LinkedHashMap<>();
    private final Map<String, String> extras = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private String fullNameHeader = "";
    private @Nullable Birthday birthday;
    private @Nullable LocalDate since;

    Draft(Format format, Dates dates, @Nullable LocalDate exported) {
        this.format = format;
        this.dates = dates;
        this.exported = exported;
    }

    List<Problem> problems() {
        return problems;
    }

    void put(Target target, String header, String text) {
        switch (target.kind()) {
            case NAME, TEXT -> text(target, header, text);
            case EMAIL -> email(header, text);
            case PHONE -> phone(target, header, text);
            case DATE -> date(target, header, text);
            case FLAG -> flag(target, header, text);
            case LIST -> Cells.tags(text).forEach(this::tag);
            case NOTE -> notes.add(new ReadCustomer.Note(Cells.noteKind(target), text));
            case EXTRA, OWN -> extra(target, header, text);
            case NOTHING -> {}
        }
    }

    /** For a field of the business's own: what it can take is for others to say. */
    void own(String field, Target target, String header, String text) {
        String value =
                switch (target) {
                    case CUSTOM_DATE -> Objects.toString(dates.day(text), text);
                    case CUSTOM_FLAG -> Objects.toString(Words.yesOrNo(target, text), text);
                    default -> text;
                };
        String before = custom.putIfAbsent(field, value);
        if (before != null && !before.equals(value)) {
            extras.put(header, text);
        }
    }

    private void text(Target target, String header, String text) {
        String value =
                switch (target) {
                    case GENDER -> Words.gender(header, text);
                    case LANGUAGE -> Languages.code(text);
                    case ONLINE_BOOKING -> Words.onlineBooking(text);
                    default -> text;
                };
        if (value == null) {
            unread(header, text, "unknown_" + target.name().toLowerCase(Locale.ROOT));
            return;
        }
        String before = texts.putIfAbsent(target, value);
        if (before != null && !before.equals(value)) {
            extras.put(header, text);
        }
        if (target == Target.FULL_NAME) {
            fullNameHeader = header;
        }
    }

    private void tag(String name) {
        if (tags.stream().noneMatch(name::equalsIgnoreCase)) {
            tags.add(name);
        }
    }

    private void email(String header, String text) {
        List<String> found = Cells.emails(text);
        emails.addAll(found);
        if (found.isEmpty()) {
            unread(header, text, "no_email");
        }
    }

    private void phone(Target target, String header, String text) {
        if (Cells.isRounded(text)) {
            unread(header, text, "rounded_phone");
            return;
        }
        for (String number : Cells.phones(text)) {
            phones.add(Cells.phone(number, target, format));
        }
    }

    private void date(Target target, String header, String text) {
        Birthday date = dates.birthday(text);
        if (date == null || (target == Target.CUSTOMER_SINCE && date.year() == null)) {
            unread(header, text, "unreadable_date");
        } else if (target == Target.BIRTHDAY && birthday == null) {
            birthday = date;
        } else if (target == Target.CUSTOMER_SINCE && since == null && date.year() != null) {
            since = LocalDate.of(date.year(), date.month(), date.day());
        } else {
            extras.put(header, text);
        }
    }

    private void flag(Target target, String header, String text) {
        Boolean said = Words.yesOrNo(target, text);
        if (said == null) {
            unread(header, text, "not_yes_or_no");
        } else if (flags.putIfAbsent(target, said) != null) {
            extras.put(header, text);
        }
    }

    private void unread(String header, String text, String reason) {
        extras.put(header, text);
        problems.add(Problem.warning(header, reason, Cells.shortened(text)));
    }

    private void extra(Target target, String header, String text) {
        extras.put(header, text);
        LocalDate day = exported;
        if (target == Target.DAYS_SINCE
                && day != null
                && text.length() < LONGEST_COUNT
                && text.matches("\\d+")) {
            String event = header.replaceFirst("(?i)^days since ", "");
            extras.putIfAbsent(
                    event.equals(header) ? header + " *" : event,
                    day.minus(Integer.parseInt(text), ChronoUnit.DAYS).toString());
        }
    }

    ReadCustomer customer() {
        Names names = names();
        return new ReadCustomer(
                texts.get(Target.EXTERNAL_ID),
                names.first(),
                texts.get(Target.MIDDLE_NAME),
                names.last(),
                texts.get(Target.DISPLAY_NAME),
                List.copyOf(emails),
                List.copyOf(phones),
                address(),
                birthday,
                texts.get(Target.GENDER),
                texts.get(Target.PRONOUNS),
                texts.get(Target.LANGUAGE),
                since,
                texts.get(Target.REFERRED_BY),
                texts.get(Target.REFERRAL_METHOD),
                List.copyOf(tags),
                List.copyOf(notes),
                texts.get(Target.STATUS),
                flags.get(Target.ACTIVE),
                texts.get(Target.COMPANY),
                texts.get(Target.TAX_NUMBER),
                flags.get(Target.TAX_EXEMPT),
                texts.get(Target.TAX_EXEMPT_REASON),
                texts.get(Target.PREFERRED_BRANCH),
                texts.get(Target.PREFERRED_STAFF),
                flags.get(Target.BLOCKED),
                texts.get(Target.BLOCK_REASON),
                consent(Target.MARKETING_EMAIL),
                consent(Target.MARKETING_SMS),
                onlineBooking(),
                Collections.unmodifiableMap(custom),
                Collections.unmodifiableMap(extras));
    }

    private Names names() {
        String first = texts.get(Target.FIRST_NAME);
        String last = texts.get(Target.LAST_NAME);
        String full = texts.get(Target.FULL_NAME);
        if (first == null && last == null) {
            return full == null ? new Names(null, null) : Names.of(full);
        }
        keepOtherName(full, Cells.joined(first, last));
        if (first == null) {
            problems.add(Problem.warning(null, "only_last_name"));
            return new Names(last, null);
        }
        return last == null && first.indexOf(',') > 0 ? Names.of(first) : new Names(first, last);
    }

    private void keepOtherName(@Nullable String full, @Nullable String parts) {
        if (full != null
                && parts != null
                && !full.equals(parts)
                && !WordLists.key(full).equals(WordLists.key(parts))) {
            extras.putIfAbsent(fullNameHeader, full);
        }
    }

    private ReadCustomer.@Nullable Address address() {
        String line1 =
                Cells.joined(texts.get(Target.ADDRESS_LINE1), texts.get(Target.HOUSE_NUMBER));
        ReadCustomer.Address address =
                new ReadCustomer.Address(
                        line1,
                        texts.get(Target.ADDRESS_LINE2),
                        texts.get(Target.AREA),
                        texts.get(Target.CITY),
                        texts.get(Target.REGION),
                        texts.get(Target.POSTCODE),
                        texts.get(Target.COUNTRY));
        return address.equals(Cells.NO_ADDRESS) ? null : address;
    }

    /** An opt-out forbids; not having opted out permits nothing. */
    private @Nullable Boolean consent(Target channel) {
        return Boolean.TRUE.equals(flags.get(Target.MARKETING_OPT_OUT))
                ? Boolean.FALSE
                : flags.get(channel);
    }

    private @Nullable String onlineBooking() {
        Boolean blocked = flags.get(Target.ONLINE_BOOKING_BLOCKED);
        if (blocked != null) {
            return blocked ? "block" : "allow";
        }
        return texts.get(Target.ONLINE_BOOKING);
    }
}
