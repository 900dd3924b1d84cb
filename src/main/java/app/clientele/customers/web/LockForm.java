package app.clientele.customers.web;

import app.clientele.site.FormErrors;
import java.util.UUID;

/** Why a record is to be locked, as typed so far. */
public record LockForm(UUID customer, String title, String reason, FormErrors errors) {
    public String path() {
        return "/customers/" + customer + "/lock";
    }
}
