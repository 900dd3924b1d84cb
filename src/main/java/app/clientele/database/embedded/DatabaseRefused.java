package app.clientele.database.embedded;

/**
 * The database must not be used as it is; the message is one sentence saying why and what to do.
 */
public final class DatabaseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseRefused(String sentence) {
        super(sentence);
    }

    public DatabaseRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Another program's words, fit for the middle of a sentence. */
    public static String oneLine(Exception e) {
        String text = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
