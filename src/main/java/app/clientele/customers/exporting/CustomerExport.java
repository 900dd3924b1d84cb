package app.clientele.customers.exporting;

import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.customers.list.CustomerFilter;
import app.clientele.customers.list.CustomerList;
import app.clientele.customers.list.CustomerSort;
import app.clientele.customers.list.ListQuery;
import app.clientele.customers.list.Whom;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads customers out, as many as there are, a few hundred at a time. */
@Service
public class CustomerExport {
    private static final int AT_ONCE = 500;

    private final CustomerList list;
    private final Customers customers;
    private final CustomerExports record;

    CustomerExport(CustomerList list, Customers customers, CustomerExports record) {
        this.list = list;
        this.customers = customers;
        this.record = record;
    }

    /** What is about to be read. */
    @FunctionalInterface
    public interface Reading {
        /** Hands them over, some at a time, in the order of the list. */
        void each(Consumer<List<Customer>> taker);
    }

    /**
     * These, or all that the list's query finds in its order; contacts are masked where the caller
     * may not see them. It goes on record, with how many were handed over even when the taker broke
     * off.
     *
     * @param format of the file they go into: csv or xlsx
     */
    @Requires(Permission.CUSTOMER_EXPORT)
    public Reading of(Whom whom, String format) {
        Reading reading = reading(whom);
        return taker -> {
            UUID id = record.begun(whom, format);
            AtomicInteger gone = new AtomicInteger();
            try {
                reading.each(some -> {
                    gone.addAndGet(some.size());
                    taker.accept(some);
                });
            } finally {
                record.ended(id, gone.get());
            }
        };
    }

    private Reading reading(Whom whom) {
        if (!whom.isAll()) {
            return taker -> named(whom.ids(), taker);
        }
        ListQuery query = whom.list();
        CustomerFilter filter = list.filter(query.filter());
        return taker -> found(filter, query.order(), taker);
    }

    private void named(List<UUID> ids, Consumer<List<Customer>> taker) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            int to = Math.min(ids.size(), from + AT_ONCE);
            taker.accept(customers.get(ids.subList(from, to)));
        }
    }

    private void found(
            CustomerFilter filter, @Nullable CustomerSort order, Consumer<List<Customer>> taker) {
        @Nullable String cursor = null;
        do {
            CustomerList.Slice<UUID> some = list.ids(filter, order, cursor, AT_ONCE);
            taker.accept(customers.get(some.rows()));
            cursor = some.next();
        } while (cursor != null);
    }
}
