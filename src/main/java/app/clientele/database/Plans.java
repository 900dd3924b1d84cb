package app.clientele.database;

/** How the database plans the statements of a transaction. */
public final class Plans {
    /**
     * Label of reading transactions whose statements have one good plan, whoever they are about:
     * the database finds it once and keeps it, instead of finding it anew each time because it
     * thinks the next might be better. Not for statements that search by what people choose.
     */
    public static final String KEPT = "plans are kept";

    private Plans() {}
}
