package app.clientele.customers.web;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.CustomerDetails.Address;
import app.clientele.customers.Customers;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Input;
import app.clientele.site.MergePatch;
import app.clientele.site.Slices;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A customer's addresses, one by one. */
@RestController
@RequestMapping("/api/v1/customers/{customer}/addresses")
@Tag(name = "Addresses")
class AddressApi {
    private final Customers customers;
    private final Input input;

    AddressApi(Customers customers, Input input) {
        this.customers = customers;
        this.input = input;
    }

    /** Addresses of a customer, the primary one first. */
    @GetMapping
    Page<Address> all(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        List<Address> all = customers.get(customer).details().addresses();
        return Slices.of(all, a -> requireNonNull(a.id()), cursor, limit);
    }

    /** One address. */
    @GetMapping("/{id}")
    Address get(@PathVariable UUID customer, @PathVariable UUID id) {
        return find(customers.get(customer).details().addresses(), id);
    }

    /** Adds an address. */
    @PostMapping
    @Requires(Permission.PROFILE_CONTACT)
    ResponseEntity<Address> add(@PathVariable UUID customer, @RequestBody Address address) {
        List<UUID> before = ids(customers.get(customer).details().addresses());
        List<Address> after =
                edit(customer, list -> with(list, list.size(), withId(address, null)));
        Address made =
                after.stream().filter(a -> !before.contains(a.id())).findFirst().orElseThrow();
        return ResponseEntity.created(
                        URI.create("/api/v1/customers/" + customer + "/addresses/" + made.id()))
                .body(made);
    }

    /** Changes an address; a new primary one takes the mark from the others. */
    @MergePatch("/{id}")
    @Requires(Permission.PROFILE_CONTACT)
    Address change(
            @PathVariable UUID customer, @PathVariable UUID id, @RequestBody JsonNode patch) {
        List<Address> after =
                edit(
                        customer,
                        list -> {
                            Address present = find(list, id);
                            Address changed =
                                    withId(input.patch(present, patch, Address.class), id);
                            return with(list, list.indexOf(present), changed);
                        });
        return find(after, id);
    }

    /** Deletes an address. */
    @DeleteMapping("/{id}")
    @Requires(Permission.PROFILE_CONTACT)
    ResponseEntity<Void> delete(@PathVariable UUID customer, @PathVariable UUID id) {
        edit(
                customer,
                list -> {
                    find(list, id);
                    return list.stream().filter(a -> !id.equals(a.id())).toList();
                });
        return ResponseEntity.noContent().build();
    }

    private List<Address> edit(UUID customer, UnaryOperator<List<Address>> change) {
        return customers
                .change(
                        customer,
                        present -> present.with(d -> d.addresses = change.apply(d.addresses)))
                .details()
                .addresses();
    }

    /**
     * The list with this address at its place; a new primary one takes the mark from the others.
     */
    private static List<Address> with(List<Address> list, int place, Address address) {
        List<Address> changed = new ArrayList<>(list);
        if (address.primary()) {
            changed.replaceAll(a -> a.withPrimary(false));
        }
        if (place == changed.size()) {
            changed.add(address);
        } else {
            changed.set(place, address);
        }
        return changed;
    }

    private static Address withId(Address a, @org.jspecify.annotations.Nullable UUID id) {
        return new Address(
                id,
                a.label(),
                a.street(),
                a.line2(),
                a.postcode(),
                a.city(),
                a.region(),
                a.country(),
                a.primary());
    }

    private static List<UUID> ids(List<Address> addresses) {
        return addresses.stream().map(Address::id).toList();
    }

    private static Address find(List<Address> addresses, UUID id) {
        return addresses.stream()
                .filter(a -> id.equals(a.id()))
                .findFirst()
                .orElseThrow(() -> new NotFound("address"));
    }
}
