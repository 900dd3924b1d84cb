package app.clientele.households.web;

import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Address;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.Customers;
import app.clientele.households.Relationship;
import app.clientele.households.Right;
import app.clientele.households.Rights;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.View;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Fills the forms of a family. */
class FamilyForms {
    private static final List<String> OF_THE_LINK =
            List.of("relation", "words", "theirWords", "inPerson", "relativeId");

    private final Customers customers;

    FamilyForms(Customers customers) {
        this.customers = customers;
    }

    /** To link somebody who is known. */
    FamilyForm known(
            UUID customer, UUID relative, MultiValueMap<String, String> typed, FormErrors errors) {
        return new FamilyForm(
                customer,
                customers.get(customer).shownName(),
                relative,
                customers.get(relative).shownName(),
                null,
                typed,
                null,
                null,
                errors,
                false);
    }

    /** To write somebody down and link them. */
    FamilyForm newcomer(
            View view, UUID customer, MultiValueMap<String, String> typed, FormErrors errors) {
        Customer about = customers.get(customer);
        boolean seen = view.may(Permission.PROFILE_CONTACT);
        return new FamilyForm(
                customer,
                about.shownName(),
                null,
                view.t("family.newcomer"),
                null,
                typed,
                seen ? phone(about).map(Phone::number).orElse(null) : null,
                seen ? address(about).map(FamilyForms::line).orElse(null) : null,
                errors,
                false);
    }

    /** What is known of somebody who lives with a customer. */
    MultiValueMap<String, String> alike(UUID customer) {
        CustomerDetails details = customers.get(customer).details();
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("lastName", Objects.requireNonNullElse(details.lastName(), ""));
        fields.add("_sameAddress", "true");
        return fields;
    }

    static Optional<Phone> phone(Customer customer) {
        List<Phone> phones = customer.details().phones();
        return phones.stream()
                .filter(Phone::primary)
                .findFirst()
                .or(() -> phones.stream().findFirst());
    }

    static Optional<Address> address(Customer customer) {
        List<Address> addresses = customer.details().addresses();
        return addresses.stream()
                .filter(Address::primary)
                .findFirst()
                .or(() -> addresses.stream().findFirst());
    }

    private static String line(Address address) {
        return Stream.of(address.street(), address.postcode(), address.city())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** To change a link. */
    FamilyForm of(
            UUID customer,
            Relationship link,
            @Nullable MultiValueMap<String, String> typed,
            FormErrors errors,
            boolean late) {
        return new FamilyForm(
                customer,
                customers.get(customer).shownName(),
                link.relative().id(),
                link.relative().name(),
                link,
                typed == null ? fields(link) : typed,
                null,
                null,
                errors,
                late);
    }

    private static MultiValueMap<String, String> fields(Relationship link) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("relation", link.relation().wireName());
        fields.add("words", Objects.requireNonNullElse(link.words(), ""));
        fields.add("theirWords", Objects.requireNonNullElse(link.theirWords(), ""));
        put(fields, "rights.", link.rights());
        put(fields, "theirRights.", link.theirRights());
        return fields;
    }

    private static void put(MultiValueMap<String, String> fields, String prefix, Rights rights) {
        for (Right right : rights.all()) {
            fields.add(prefix + right.wireName(), "true");
        }
    }

    /** The fields about the link, or those about the person. */
    static MultiValueMap<String, String> part(MultiValueMap<String, String> typed, boolean link) {
        MultiValueMap<String, String> part = new LinkedMultiValueMap<>();
        typed.forEach((name, values) -> {
            boolean ofLink =
                    OF_THE_LINK.contains(name)
                            || name.startsWith("rights.")
                            || name.startsWith("theirRights.");
            // a date field that was left alone sends a text that is no day
            boolean left = name.equals("birthday") && values.getLast().isBlank();
            if (ofLink == link && !left) {
                part.put(name, values);
            }
        });
        return part;
    }
}
