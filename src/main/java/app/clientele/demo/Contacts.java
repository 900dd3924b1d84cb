package app.clientele.demo;

import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.CustomerDetails.PhoneKind;
import java.util.ArrayList;
import java.util.List;

/** How somebody is reached; families share. All mail goes to domains kept free for examples. */
record Contacts(List<Email> emails, List<Phone> phones) {
    static final Contacts NONE = new Contacts(List.of(), List.of());

    private static final List<String> DOMAINS =
            List.of(
                    "mail.example.com",
                    "inbox.example.org",
                    "web.example.net",
                    "online.example.com",
                    "letters.example.org");

    /** An adult's own. */
    static Contacts own(Called called, Home home, Mix mix, Chance chance) {
        if (chance.percent(2.5)) {
            return NONE;
        }
        List<Email> emails = new ArrayList<>(2);
        if (chance.percent(86)) {
            emails.add(new Email(address(called, home, mix, chance), true));
            if (chance.percent(9)) {
                emails.add(new Email(atWork(called, mix, chance), false));
            }
        }
        return new Contacts(emails, phones(home, mix, chance));
    }

    private static List<Phone> phones(Home home, Mix mix, Chance chance) {
        List<Phone> phones = new ArrayList<>(3);
        if (chance.percent(93)) {
            phones.add(
                    home.phone(
                            home.mobile(mix.manifold(), chance), PhoneKind.MOBILE, true, chance));
        }
        String office = home.city().landline();
        if (office != null && chance.percent(8)) {
            phones.add(
                    home.phone(
                            Template.fill(office, chance),
                            PhoneKind.DAY,
                            phones.isEmpty(),
                            chance));
        }
        String landline = home.landline();
        if (landline != null) {
            phones.add(home.phone(landline, PhoneKind.NIGHT, phones.isEmpty(), chance));
        }
        return phones;
    }

    /** A partner's: mostly their own, now and then the same inbox, and the phone in the hall. */
    Contacts partners(Called called, Home home, Mix mix, Chance chance) {
        Contacts own = own(called, home, mix, chance);
        return chance.percent(22) ? new Contacts(emails, own.phones) : own;
    }

    /** A child's: the parent's, until old enough for a phone. */
    Contacts childs(int age, Home home, Mix mix, Chance chance) {
        if (age >= 12 && chance.percent(70)) {
            Phone own =
                    home.phone(home.mobile(mix.manifold(), chance), PhoneKind.MOBILE, true, chance);
            return new Contacts(emails, List.of(own));
        }
        return chance.percent(80) ? this : new Contacts(emails, List.of());
    }

    private static String address(Called called, Home home, Mix mix, Chance chance) {
        String domain = chance.any(chance.percent(55) ? home.place().mailDomains() : DOMAINS);
        return localPart(called.plainFirst(), called.plainLast(), mix.manifold(), chance)
                + "@"
                + domain;
    }

    private static String atWork(Called called, Mix mix, Chance chance) {
        return localPart(called.plainFirst(), called.plainLast(), mix.manifold(), chance)
                + "@office.example.net";
    }

    private static String localPart(String first, String last, boolean manifold, Chance chance) {
        String tail = manifold && chance.percent(75) ? String.valueOf(chance.between(2, 9999)) : "";
        if (last.isEmpty()) {
            return first + chance.between(10, 99) + tail;
        }
        return switch (chance.between(0, 9)) {
            case 0, 1, 2, 3 -> first + "." + last + tail;
            case 4, 5 -> first + last + tail;
            case 6 -> first.charAt(0) + "." + last + tail;
            case 7 -> last + "." + first + tail;
            case 8 -> first + "_" + last + tail;
            default -> first + chance.between(51, 99) + tail;
        };
    }
}
