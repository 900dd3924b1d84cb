package app.clientele.imports;

import app.clientele.imports.reading.DateOrder;
import app.clientele.imports.reading.Mapping;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import of a customer list: uploaded, tried, taken in, and perhaps undone.
 *
 * @param format the product it was exported from, as far as recognised; empty when not
 * @param dryRun whether its counts tell what would happen, or what did
 * @param problem why it failed, as a message key
 * @param removed how many of its customers an undo took away again
 * @param kept how many an undo left because somebody had worked on them since
 */
public record Import(
        UUID id,
        String fileName,
        String format,
        @JsonIgnore Mapping mapping,
        DateOrder dateOrder,
        String onDuplicate,
        boolean dryRun,
        State state,
        @Nullable String problem,
        int totalRows,
        int created,
        int updated,
        int unchanged,
        int skipped,
        int failed,
        int removed,
        int kept,
        @Nullable String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    static final String BROKEN_OFF = "imports.broken_off";

    /**
     * Where it stands: {@code ready} → {@code running} → {@code done} (of a dry run: then {@code
     * running} again) → {@code undoing} → {@code undone}; {@code failed} from either kind of work,
     * and back to it.
     */
    public enum State {
        READY,
        RUNNING,
        DONE,
        FAILED,
        UNDOING,
        UNDONE;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }

        /** Whether work is under way. */
        public boolean isBusy() {
            return switch (this) {
                case RUNNING, UNDOING -> true;
                case READY, DONE, FAILED, UNDONE -> false;
            };
        }
    }

    /** Whether its columns may still be put elsewhere, and its file be given up. */
    @JsonIgnore
    public boolean isPlannable() {
        return dryRun && !state.isBusy();
    }

    /** Whether it was taken in and may be taken back. */
    @JsonIgnore
    public boolean isUndoable() {
        return !dryRun && (state == State.DONE || state == State.FAILED);
    }

    /** Whether it is being taken in, and may be stopped and taken back. */
    @JsonIgnore
    public boolean isStoppable() {
        return !dryRun && state == State.RUNNING;
    }

    /** Whether taking it in broke off, and may be gone on with. */
    @JsonIgnore
    public boolean isResumable() {
        return isUndoable() && BROKEN_OFF.equals(problem) && removed + kept == 0;
    }

    public int handled() {
        return created + updated + unchanged + skipped + failed;
    }
}
