package app.clientele.customers.web;

import app.clientele.customers.ProfilePart;
import app.clientele.customers.notes.AlertRows;
import app.clientele.shared.Permission;

/** The active alerts, in the head of the profile and beside the list. */
class AlertGlance implements ProfilePart {
    @Override
    public int order() {
        return 0;
    }

    @Override
    public Permission permission() {
        return Permission.PROFILE_VIEW;
    }

    @Override
    public String glance() {
        return AlertRows.glance();
    }
}
