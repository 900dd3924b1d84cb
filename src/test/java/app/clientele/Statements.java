package app.clientele;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Listens to what is sent to the database while something is done. */
public final class Statements {
    private static final String SENT = "Executing prepared SQL statement [";
    private static final String BEGUN = "Acquired Connection [";

    private Statements() {}

    /**
     * The statements, with one more for each transaction, which begins by naming the business;
     * without those of jobs that run meanwhile.
     */
    public static List<String> during(Runnable deed) {
        var heard = new ListAppender<ILoggingEvent>();
        var loggers =
                Stream.of(JdbcTemplate.class.getName(), "app.clientele.database")
                        .map(name -> (Logger) LoggerFactory.getLogger(name))
                        .toList();
        heard.start();
        loggers.forEach(logger -> listen(logger, heard));
        try {
            deed.run();
        } finally {
            loggers.forEach(logger -> {
                logger.detachAppender(heard);
                logger.setLevel(null);
                logger.setAdditive(true);
            });
        }
        return List.copyOf(heard.list).stream()
                .filter(event -> !event.getThreadName().startsWith("db-scheduler"))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith(SENT) || message.startsWith(BEGUN))
                .toList();
    }

    private static void listen(Logger logger, ListAppender<ILoggingEvent> heard) {
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(heard);
    }
}
