package app.clientele.shared;

import java.util.List;

/** The colours that entries of lists and services may have. */
public final class Colours {
    public static final List<String> ALL =
            List.of(
                    "grey", "red", "orange", "yellow", "green", "teal", "blue", "indigo", "purple",
                    "pink");

    private Colours() {}
}
