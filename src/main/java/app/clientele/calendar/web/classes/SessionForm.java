package app.clientele.calendar.web.classes;

import app.clientele.business.Branches.Branch;
import app.clientele.business.Staff.Member;
import app.clientele.calendar.classes.ClassSession;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Changing a class on its day, or calling it off. */
public record SessionForm(
        View view,
        ClassSession session,
        Typed typed,
        FormErrors errors,
        List<Branch> branches,
        List<Member> staff) {
    public @Nullable String value(String name) {
        return typed.value(name);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    public @Nullable String timeError() {
        return error("time") == null ? error("startsAt") : error("time");
    }

    public String path() {
        return ClassWords.path(session);
    }

    public List<Option> branchOptions() {
        return branches.stream().map(b -> new Option(b.id().toString(), b.name())).toList();
    }

    public List<Option> teachers() {
        return staff.stream().map(m -> new Option(m.id().toString(), m.name())).toList();
    }

    /** What of the series is meant. */
    public List<Option> scopes() {
        return List.of(
                new Option("this", view.t("classes.scope.this")),
                new Option("later", view.t("classes.scope.later")));
    }

    static Typed begun(ClassSession session) {
        LocalDateTime there = LocalDateTime.ofInstant(session.startsAt(), session.zone());
        return Typed.nothing()
                .with("date", there.toLocalDate())
                .with("time", "%02d:%02d".formatted(there.getHour(), there.getMinute()))
                .with("minutes", session.minutes())
                .with("branchId", session.branchId())
                .with("staffId", session.staffId())
                .with("capacity", session.capacity())
                .with("room", session.room())
                .with("_scope", "this")
                .with("_version", session.version());
    }

    MultiValueMap<String, String> fields(String startsAt) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(typed.fields());
        fields.remove("date");
        fields.remove("time");
        fields.set("kindId", session.kindId().toString());
        fields.set("startsAt", startsAt);
        return fields;
    }
}
