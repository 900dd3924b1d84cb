package app.clientele.business.web;

import static java.util.Objects.requireNonNullElse;

import app.clientele.access.Roles;
import app.clientele.access.Sessions;
import app.clientele.business.Branches;
import app.clientele.business.Staff;
import app.clientele.business.Staff.Filter;
import app.clientele.business.Staff.Member;
import app.clientele.business.Staff.MemberDetails;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The team: who works here, as what and where, and the links that let them in. */
@Controller
@Requires(Permission.SETTINGS_TEAM)
class TeamPages {
    private static final String LIST = "/settings/team";
    private static final int PER_PAGE = 50;

    private final Staff staff;
    private final Roles roles;
    private final Branches branches;
    private final Sessions sessions;
    private final Input input;
    private final Templates templates;

    TeamPages(
            Staff staff,
            Roles roles,
            Branches branches,
            Sessions sessions,
            Input input,
            Templates templates) {
        this.staff = staff;
        this.roles = roles;
        this.branches = branches;
        this.sessions = sessions;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping(LIST)
    Object list(
            View view,
            @RequestParam(required = false) @Nullable UUID branch,
            @RequestParam(required = false) @Nullable String cursor) {
        var page = staff.list(new Filter(branch, true), cursor, PER_PAGE);
        return templates.businessTeam(view, page, branches.all(true), branch);
    }

    @GetMapping(LIST + "/new")
    Object blank(View view) {
        return form(view, null, Typed.nothing(), FormErrors.none());
    }

    @PostMapping(LIST + "/new")
    Object add(View view, @RequestParam MultiValueMap<String, String> fields) {
        try {
            UUID id = staff.add(input.form(fields, MemberDetails.class));
            return invited(view, id);
        } catch (Invalid e) {
            return view.invalid(form(view, null, new Typed(fields), FormErrors.of(view, e)));
        }
    }

    @GetMapping(LIST + "/{id}")
    Object edit(View view, @PathVariable UUID id) {
        Member member = staff.get(id);
        return form(view, member, begun(member), FormErrors.none());
    }

    private static Typed begun(Member member) {
        return Typed.nothing()
                .with("name", member.name())
                .with("email", requireNonNullElse(member.email(), ""))
                .with("roleId", member.roleId())
                .with("branchIds[]", member.branchIds())
                .with("_version", member.version());
    }

    @PostMapping(LIST + "/{id}")
    Object save(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Member member = staff.get(id);
        Typed typed = new Typed(fields);
        try {
            staff.change(id, input.form(fields, MemberDetails.class), typed.version());
            return view.redirect(LIST, Toast.of("business.team.saved", fields.getFirst("name")));
        } catch (Invalid e) {
            return view.invalid(form(view, member, typed, FormErrors.of(view, e)));
        } catch (Refused e) {
            return refused(view, member, typed, e);
        } catch (Stale e) {
            return Overtaken.form(
                    view, e, typed, (again, errors) -> form(view, member, again, errors));
        }
    }

    private gg.jte.models.runtime.JteModel form(
            View view, @Nullable Member member, Typed typed, FormErrors errors) {
        var open = member == null ? List.<Sessions.Listed>of() : sessions.of(member.id());
        var options = TeamOptions.of(roles.all(), branches.all(false));
        return templates.businessColleague(view, member, typed, errors, options, open);
    }

    private Object refused(View view, Member member, Typed typed, Refused refused) {
        FormErrors reason = FormErrors.of("", view.reason(refused.reasons().getFirst()));
        return view.status(HttpStatus.CONFLICT, form(view, member, typed, reason));
    }

    @PostMapping(LIST + "/{id}/invitation")
    Object invite(View view, @PathVariable UUID id) {
        try {
            return invited(view, id);
        } catch (Refused e) {
            Member member = staff.get(id);
            return refused(view, member, begun(member), e);
        }
    }

    /** Shown by the answer itself: the link stands in no address and in no cookie. */
    private Object invited(View view, UUID id) {
        String path = staff.invite(id);
        String url = ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
        return templates.businessInvited(view, staff.get(id), url, path.startsWith("/join/"));
    }

    @PostMapping(LIST + "/{id}/leaving")
    Object deactivate(View view, @PathVariable UUID id) {
        Member member = staff.get(id);
        try {
            staff.deactivate(id);
            Toast left = Toast.of("business.team.deactivated", member.name());
            return view.redirect(LIST, left.undo("/undo/colleague-" + id));
        } catch (Refused e) {
            return refused(view, member, begun(member), e);
        }
    }

    @PostMapping({LIST + "/{id}/returning", "/undo/colleague-{id}"})
    Object reactivate(View view, @PathVariable UUID id) {
        staff.reactivate(id);
        return view.redirect(LIST, Toast.of("business.team.reactivated", staff.get(id).name()));
    }

    @PostMapping(LIST + "/{id}/sessions")
    Object endSessions(View view, @PathVariable UUID id) {
        staff.get(id);
        sessions.endAllOf(id);
        return view.redirect(LIST + "/" + id, Toast.of("business.team.sessions_ended"));
    }
}
