package app.clientele.customers;

import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.shared.Birthday;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes customers' details a word at a time: {@code People.named("Ada",
 * "Lovelace").phone("070…").details()}.
 */
public final class People {
    private final String first;
    private final @Nullable String last;
    private final List<Email> emails = new ArrayList<>();
    private final List<Phone> phones = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private @Nullable String middle;
    private @Nullable String display;
    private @Nullable Birthday birthday;
    private @Nullable String status;
    private @Nullable String language;
    private @Nullable LocalDate since;
    private @Nullable String external;

    private People(String first, @Nullable String last) {
        this.first = first;
        this.last = last;
    }

    public static People named(String first, @Nullable String last) {
        return new People(first, last);
    }

    public People middle(String name) {
        middle = name;
        return this;
    }

    public People email(String address) {
        emails.add(new Email(address, emails.isEmpty()));
        return this;
    }

    public People phone(String number) {
        phones.add(new Phone(number, null, phones.isEmpty(), null));
        return this;
    }

    public People tag(String tag) {
        tags.add(tag);
        return this;
    }

    public People shownAs(String name) {
        display = name;
        return this;
    }

    public People born(String day) {
        birthday = Birthday.parse(day);
        return this;
    }

    public People status(String name) {
        status = name;
        return this;
    }

    public People speaks(String tag) {
        language = tag;
        return this;
    }

    public People since(String day) {
        since = LocalDate.parse(day);
        return this;
    }

    public People external(String id) {
        external = id;
        return this;
    }

    public CustomerDetails details() {
        return CustomerDetails.of(d -> {
            d.firstName = first;
            d.middleName = middle;
            d.lastName = last;
            d.displayName = display;
            d.emails = emails;
            d.phones = phones;
            d.birthday = birthday;
            d.language = language;
            d.status = status;
            d.customerSince = since;
            d.tags = tags;
            d.externalId = external;
        });
    }
}
