package app.clientele.access.web;

import app.clientele.shared.Permission;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Permissions as people choose among them: by area, the part of their name before the dot. */
public final class Permissions {
    private Permissions() {}

    public static Map<String, List<Permission>> byArea() {
        return Arrays.stream(Permission.values())
                .collect(
                        Collectors.groupingBy(
                                p -> p.wireName().substring(0, p.wireName().indexOf('.')),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }
}
