package app.clientele.customers.web.list;

import app.clientele.customers.Customer;
import app.clientele.customers.list.CustomerList;
import app.clientele.customers.list.CustomerSort;
import app.clientele.shared.Invalid;
import app.clientele.shared.Page;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of customers. */
@RestController
@RequestMapping("/api/v1/customers")
@Tag(name = "Customers")
class ListApi {
    private final CustomerList list;

    ListApi(CustomerList list) {
        this.list = list;
    }

    /**
     * Customers by name, or the best matches first where {@code q} is searched for; with {@code
     * updatedSince} in the order of their changes.
     */
    @ListParameters
    @GetMapping
    Page<Customer> all(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> params,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        CustomerSort order = order(params, sort);
        if (order != null && !list.knows(order)) {
            throw new Invalid("sort", "choice");
        }
        int most = Limits.of(limit);
        var page =
                params.containsKey("q")
                        ? list.foundRecords(params, order, cursor, most)
                        : list.records(params, order, cursor, most);
        return new Page<>(page.rows(), page.next());
    }

    private static @Nullable CustomerSort order(
            MultiValueMap<String, String> params, @Nullable String sort) {
        if (sort == null) {
            return params.containsKey("updatedSince") ? CustomerSort.UPDATED : null;
        }
        return CustomerSort.of(sort).orElseThrow(() -> new Invalid("sort", "choice"));
    }
}
