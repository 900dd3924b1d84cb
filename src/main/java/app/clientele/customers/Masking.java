package app.clientele.customers;

import app.clientele.customers.CustomerDetails.Address;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.shared.Caller;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hides contact details from callers without the permission to see them, everywhere alike. */
public final class Masking {
    private Masking() {}

    /** Whether the caller may not see contact details. */
    public static boolean applies() {
        return !Caller.current().may(Permission.PROFILE_CONTACT);
    }

    static Customer forCaller(Customer c) {
        if (!applies()) {
            return c;
        }
        return new Customer(
                c.id(),
                c.number(),
                with(
                        c.details(),
                        c.details().emails().stream()
                                .map(e -> new Email(email(e.address()), e.primary()))
                                .toList(),
                        c.details().phones().stream().map(Masking::phone).toList(),
                        c.details().addresses().stream().map(Masking::address).toList()),
                c.photoUrl(),
                c.createdVia(),
                c.createdAt(),
                c.updatedAt(),
                c.deactivatedAt(),
                c.eraseAt(),
                c.lock(),
                c.referrerName(),
                c.statusColour(),
                c.tagBadges(),
                c.team(),
                c.onlineBooking(),
                c.importId(),
                c.version());
    }

    /**
     * A form leaves out what its reader may not see; a program that sends it anyway means it.
     *
     * @throws NotAllowed when such a program would change contacts
     */
    static void refuse(CustomerDetails edited, CustomerDetails shown) {
        if (applies()
                && Caller.current().door() == Caller.Door.API
                && !with(edited, shown.emails(), shown.phones(), shown.addresses())
                        .equals(edited)) {
            throw new NotAllowed(Permission.PROFILE_CONTACT);
        }
    }

    /** What a caller could not see they did not mean to change. */
    static CustomerDetails keepHidden(CustomerDetails edited, CustomerDetails present) {
        return applies()
                ? with(edited, present.emails(), present.phones(), present.addresses())
                : edited;
    }

    /** The first letter of an address. */
    public static @Nullable String email(@Nullable String address) {
        if (address == null) {
            return null;
        }
        int at = address.lastIndexOf('@');
        return at < 1 ? "•••" : address.substring(0, address.offsetByCodePoints(0, 1)) + "•••@•••";
    }

    public static @Nullable String number(@Nullable String number) {
        if (number == null) {
            return null;
        }
        String digits = Phones.digits(number);
        return "••• " + digits.substring(Math.max(0, digits.length() - 2));
    }

    private static Phone phone(Phone phone) {
        return new Phone(number(phone.number()), phone.kind(), phone.primary(), null);
    }

    private static Address address(Address a) {
        return new Address(
                a.id(),
                a.label(),
                null,
                null,
                null,
                a.city(),
                a.region(),
                a.country(),
                a.primary());
    }

    private static CustomerDetails with(
            CustomerDetails d, List<Email> emails, List<Phone> phones, List<Address> addresses) {
        return d.with(to -> {
            to.emails = emails;
            to.phones = phones;
            to.addresses = addresses;
        });
    }
}
