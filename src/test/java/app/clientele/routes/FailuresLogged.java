package app.clientele.routes;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * The requests that failed on our side while this is open, those too whose answer had begun well.
 */
final class FailuresLogged implements AutoCloseable {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    FailuresLogged() {
        log.start();
        ROOT.addAppender(log);
    }

    List<String> all() {
        return List.copyOf(log.list).stream()
                .filter(e -> e.getLevel().isGreaterOrEqual(Level.ERROR))
                .filter(e -> isOfRequest(e.getLoggerName()))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static boolean isOfRequest(String logger) {
        return logger.startsWith("app.clientele.site") || logger.startsWith("org.apache.catalina");
    }

    @Override
    public void close() {
        ROOT.detachAppender(log);
    }
}
