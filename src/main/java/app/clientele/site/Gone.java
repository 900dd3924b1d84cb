package app.clientele.site;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Knows of what was at an address once and was erased (410). Asked only when nothing is found
 * there; a module declares one as a bean.
 */
public interface Gone {
    /** How addresses of the API begin where this may be answered. */
    String below();

    /** What there is to say of it; nothing when it never was, or not for this caller. */
    Optional<Remains> at(String path);

    /**
     * What remains.
     *
     * @param page tells people when and by whom
     * @param sentence the same in short, for a part of a page
     * @param facts tells programs
     */
    record Remains(
            Function<View, JteModel> page,
            Function<View, String> sentence,
            Map<String, Object> facts) {}
}
