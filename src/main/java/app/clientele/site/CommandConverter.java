package app.clientele.site;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the commands in bodies the way forms and patches are read; writes nothing. */
@Component
class CommandConverter extends AbstractHttpMessageConverter<Object> {
    private final JsonMapper json;
    private final Input input;

    CommandConverter(JsonMapper json, Input input) {
        super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
        this.json = json;
        this.input = input;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isRecord();
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType wanted) {
        return false;
    }

    /** So that nobody takes it for an offer of what it can't write. */
    @Override
    public List<MediaType> getSupportedMediaTypes(Class<?> type) {
        return supports(type) ? getSupportedMediaTypes() : List.of();
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
        try {
            return input.read(json.readTree(message.getBody()), type);
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("No JSON", e, message);
        }
    }

    @Override
    protected void writeInternal(Object command, HttpOutputMessage message) {
        throw new UnsupportedOperationException();
    }
}
