package app.clientele.customers;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says where a module keeps data about customers, and what becomes of it when two records merge,
 * one is erased or one is exported. Each module with such tables has one as a bean; a test holds
 * the beans against the database's catalogue, so that no column is forgotten.
 */
public interface PersonalData {
    List<Table> tables();

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
     */
    record Table(
            String name,
            @Nullable String customerColumn,
            OnMerge onMerge,
            Map<String, OnErase> columns) {}

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
