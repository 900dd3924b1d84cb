package app.clientele.access;

import app.clientele.shared.Permission;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Permissions as roles and keys keep them: by name, and all of them as one star. */
final class PermissionNames {
    /** So that those of later releases are among them. */
    private static final String EVERY = "*";

    private PermissionNames() {}

    static String[] of(Set<Permission> permissions) {
        return permissions.equals(Permission.all())
                ? new String[] {EVERY}
                : permissions.stream().map(Permission::wireName).sorted().toArray(String[]::new);
    }

    /** Names of permissions that are no more are passed over. */
    static Set<Permission> read(Array column) throws SQLException {
        String[] names = (String[]) column.getArray();
        if (List.of(names).contains(EVERY)) {
            return Permission.all();
        }
        Set<Permission> found = EnumSet.noneOf(Permission.class);
        Arrays.stream(names).map(Permission::of).flatMap(Optional::stream).forEach(found::add);
        return found;
    }
}
