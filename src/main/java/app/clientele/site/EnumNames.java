package app.clientele.site;

import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads enums in addresses and forms by the names they have in the API: {@code no_show}. */
final class EnumNames implements ConverterFactory<String, Enum<?>> {
    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
        return name -> (T) Enum.valueOf((Class) type, name.toUpperCase(Locale.ROOT));
    }
}
