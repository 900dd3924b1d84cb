package app.clientele.households.web;

import app.clientele.households.FamilyInvitations;
import app.clientele.households.Relationship;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Toast;
import app.clientele.site.View;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Asking somebody to be linked, from the profile. */
@Controller
@RequestMapping(FamilyPath.CUSTOMER + "/family/{link}")
@Requires(Permission.PROFILE_VIEW)
class FamilyInvitationPages {
    private final FamilyInvitations invitations;

    FamilyInvitationPages(FamilyInvitations invitations) {
        this.invitations = invitations;
    }

    /** By e-mail, for the first time or once more. */
    @PostMapping("/invitation")
    ResponseEntity<Void> invite(View view, @PathVariable UUID id, @PathVariable UUID link) {
        return done(view, id, "family.invited", invitations.invite(id, link));
    }

    @PostMapping("/withdrawal")
    ResponseEntity<Void> withdraw(View view, @PathVariable UUID id, @PathVariable UUID link) {
        return done(view, id, "family.withdrawn", invitations.withdraw(id, link));
    }

    /** They were asked at the desk and said yes. */
    @PostMapping("/agreement")
    ResponseEntity<Void> agree(View view, @PathVariable UUID id, @PathVariable UUID link) {
        return done(view, id, "family.agreed", invitations.agreeInPerson(id, link));
    }

    private static ResponseEntity<Void> done(
            View view, UUID customer, String key, Relationship link) {
        return view.redirect(FamilyPath.of(customer), Toast.of(key, link.relative().name()));
    }
}
