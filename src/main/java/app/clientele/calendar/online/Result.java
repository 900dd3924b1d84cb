package app.clientele.calendar.online;

import app.clientele.calendar.online.OnlineBooker.Booked;
import java.util.UUID;

/** What one go at booking came to. */
sealed interface Result {
    record Done(Booked booked) implements Result {}

    /** Not to be tried again; why, as a code. */
    record No(String code) implements Result {}

    /** This colleague was booked by somebody else meanwhile. */
    record Taken(UUID staff) implements Result {}

    /** The record is booked at that time already. */
    record Elsewhere() implements Result {}

    /** Thrown to undo what was written on the way there. */
    final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Result result;

        Lost(Result result) {
            super(null, null, false, false);
            this.result = result;
        }

        Result result() {
            return result;
        }
    }
}
