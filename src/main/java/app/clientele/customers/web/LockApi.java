package app.clientele.customers.web;

import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.customers.Locks;
import app.clientele.customers.Locks.LockDetails;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The lock of a customer: while it is on, only keys that may lock change details. Addresses, tags
 * and notes stay open.
 */
@RestController
@RequestMapping("/api/v1/customers/{id}/lock")
@Tag(name = "Locks")
class LockApi {
    private final Locks locks;
    private final Customers customers;

    LockApi(Locks locks, Customers customers) {
        this.locks = locks;
        this.customers = customers;
    }

    /** Why a customer is locked, since when and by whom; 404 when they are not. */
    @GetMapping
    Customer.Lock get(@PathVariable UUID id) {
        return Optional.ofNullable(customers.get(id).lock())
                .orElseThrow(() -> new NotFound("lock"));
    }

    /** Locks a customer, or tells another reason. */
    @PutMapping
    @Requires(Permission.PROFILE_VIEW)
    ResponseEntity<Customer> lock(@PathVariable UUID id, @RequestBody LockDetails details) {
        locks.lock(id, details);
        return Answers.of(customers.get(id));
    }

    /** Unlocks a customer. */
    @DeleteMapping
    @Requires(Permission.PROFILE_VIEW)
    ResponseEntity<Customer> unlock(@PathVariable UUID id) {
        locks.unlock(id);
        return Answers.of(customers.get(id));
    }
}
