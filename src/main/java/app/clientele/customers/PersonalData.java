package app.clientele.customers;

import app.clientele.shared.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says where a module keeps data about customers, and what becomes of it when two records merge,
 * one is erased or one is exported. Each module with such tables has one as a bean; a test holds
 * the beans against the database's catalogue, so that no column is forgotten.
 */
public interface PersonalData {
    List<Table> tables();

    /**
     * Forgets what names a customer outside of rows that the map finds by themselves; called within
     * the transaction of the erasure, before those go. Files go once it is through.
     */
    default void erase(ErasedPerson person) {}

    /** What is kept about a customer as files rather than values: photos, documents. */
    default List<PersonalFile> files(UUID customer) {
        return List.of();
    }

    /**
     * One file.
     *
     * @param name as it is called in a copy, with its folder
     */
    record PersonalFile(String name, byte[] content) {}

    /**
     * One table.
     *
     * @param customerColumn the column that names the customer; absent where rows are found
     *     otherwise
     * @param onMerge what becomes of the rows of the record that goes
     * @param columns every column that can hold something about a customer
     * @param links how its rows hang together with customers and with each other
     * @param kept why its rows stay when their customer is erased, its words under {@code
     *     erase.why.<kept>} and what stays of them under {@code erase.kept.<name>}; absent where
     *     nothing worth telling does
     */
    record Table(
            String name,
            @Nullable String customerColumn,
            OnMerge onMerge,
            Map<String, OnErase> columns,
            Links links,
            @Nullable String kept,
            Permission seen,
            @Nullable Restorable restorable) {
        public Table(
                String name,
                @Nullable String customerColumn,
                OnMerge onMerge,
                Map<String, OnErase> columns) {
            this(
                    name,
                    customerColumn,
                    onMerge,
                    columns,
                    Links.NONE,
                    null,
                    Permission.PROFILE_VIEW,
                    null);
        }

        public Table with(Links other) {
            return new Table(name, customerColumn, onMerge, columns, other, kept, seen, restorable);
        }

        /** Says why its rows outlive the person. */
        public Table kept(String why) {
            return new Table(name, customerColumn, onMerge, columns, links, why, seen, restorable);
        }

        /** Says who may read of it. */
        public Table seen(Permission with) {
            return new Table(name, customerColumn, onMerge, columns, links, kept, with, restorable);
        }

        /** Says what of it may be put back: whole rows, and these columns one by one. */
        public Table restorable(Permission needed, String... single) {
            var what = new Restorable(needed, false, Set.of(single));
            return new Table(name, customerColumn, onMerge, columns, links, kept, seen, what);
        }

        /** The same where the lock of a record covers it. */
        public Table restorableUnlessLocked(Permission needed, String... single) {
            var what = new Restorable(needed, true, Set.of(single));
            return new Table(name, customerColumn, onMerge, columns, links, kept, seen, what);
        }

        /** Whether its rows go when their customer is erased; those that say nothing more, too. */
        public boolean goes() {
            return columns.isEmpty() || columns.containsValue(OnErase.DELETE_ROW);
        }

        /** What is emptied in rows that stay. */
        public List<String> blanked() {
            return columns.entrySet().stream()
                    .filter(e -> e.getValue() == OnErase.BLANK)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** Whether its rows belong to one record after a merge as they did to two before. */
        public boolean moves() {
            return customerColumn != null
                    && (onMerge == OnMerge.REPOINT || onMerge == OnMerge.COMBINE);
        }
    }

    /**
     * What may be put back from the history.
     *
     * @param needed what one must be allowed to for it
     * @param locked whether the lock of a record covers it
     * @param columns those that may be put back one by one
     */
    record Restorable(Permission needed, boolean locked, Set<String> columns) {}

    /**
     * What a merge has to mind about a table's rows.
     *
     * @param same the columns in which two rows of one customer may not be alike
     * @param once marks that only one of a customer's rows may bear
     * @param others further columns that name a customer
     */
    record Links(List<String> same, List<String> once, List<String> others) {
        public static final Links NONE = new Links(List.of(), List.of(), List.of());

        public static Links same(String... columns) {
            return new Links(List.of(columns), List.of(), List.of());
        }

        public static Links once(String... marks) {
            return new Links(List.of(), List.of(marks), List.of());
        }

        public Links others(String... columns) {
            return new Links(same, once, List.of(columns));
        }
    }

    /** What becomes of rows when their customer's record merges into another. */
    enum OnMerge {
        /** They move over as they are. */
        REPOINT,
        /** They move over unless the other record has the same. */
        COMBINE,
        /** The record that stays keeps its own; blanks are filled. */
        KEEP_ONE,
        /** They are made anew from the records. */
        DERIVE,
        /** They tell what was, and stay as they are. */
        LEAVE
    }

    /** What becomes of a column when its customer is erased. */
    enum OnErase {
        /** The whole row goes. */
        DELETE_ROW,
        /** The value goes, the row stays. */
        BLANK,
        /** It says nothing about the person, or the law asks for it. */
        KEEP
    }
}
