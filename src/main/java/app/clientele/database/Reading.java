package app.clientele.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts what a page reads from several services into one transaction: it begins once, and all of it
 * is of one moment.
 */
@Component
public class Reading {
    /** Reads by plans that are kept: see {@link Plans#KEPT}. */
    @Transactional(readOnly = true, label = Plans.KEPT)
    public <T extends @Nullable Object> T together(Supplier<T> work) {
        return work.get();
    }
}
