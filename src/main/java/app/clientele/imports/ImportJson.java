package app.clientele.imports;

import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads what we keep ourselves, to the letter; the application's own mapper tidies what
 * others send.
 */
final class ImportJson {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ImportJson() {}
}
