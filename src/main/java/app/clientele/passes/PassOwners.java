package app.clientele.passes;

import app.clientele.customers.search.KnownBy;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets the search find whoever has the pass that is typed or scanned whole. */
@Component
class PassOwners implements KnownBy {
    private final PassRows rows;

    PassOwners(PassRows rows) {
        this.rows = rows;
    }

    /** Codes have a digit, names have none: most of what is typed asks nothing. */
    @Override
    public List<UUID> owners(String typed) {
        boolean digit = typed.chars().anyMatch(Character::isDigit);
        return digit && typed.indexOf('@') < 0
                ? PassCode.read(typed).flatMap(rows::owner).stream().toList()
                : List.of();
    }
}
