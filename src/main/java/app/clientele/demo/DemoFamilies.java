package app.clientele.demo;

import app.clientele.customers.CustomerDetails;
import app.clientele.households.CopyDetails;
import app.clientele.households.FamilyAnswers;
import app.clientele.households.MessageCopies;
import app.clientele.households.NewRelationship;
import app.clientele.households.Relation;
import app.clientele.households.Relationship;
import app.clientele.households.Relationships;
import app.clientele.households.Rights;
import app.clientele.messages.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Links those who live together, and a few who are friends or look after each other. */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoFamilies {
    private static final int MANY = 30;
    private static final Rights TOLD = new Rights(false, true, false, true);
    private static final Rights PARENT = new Rights(true, true, false, true);
    private static final Pattern SECRET = Pattern.compile("/family/([\\w-]+)");

    private final Relationships relationships;
    private final FamilyAnswers answers;
    private final MessageCopies copies;
    private final Messages messages;

    DemoFamilies(
            Relationships relationships,
            FamilyAnswers answers,
            MessageCopies copies,
            Messages messages) {
        this.relationships = relationships;
        this.answers = answers;
        this.copies = copies;
        this.messages = messages;
    }

    private record Member(UUID id, CustomerDetails details, long household, int age) {
        boolean grown() {
            return age >= 18;
        }

        @Nullable String email() {
            return details.emails().isEmpty() ? null : details.emails().getFirst().address();
        }
    }

    void link(List<Person> people, Map<Integer, UUID> ids, LocalDate today) {
        List<Member> members = new ArrayList<>();
        ids.forEach((row, id) -> members.add(member(people.get(row), id, today)));
        Map<Long, List<Member>> homes =
                members.stream().collect(Collectors.groupingBy(Member::household));
        homes.values().stream()
                .filter(home -> home.size() > 1 && home.getFirst().grown())
                .sorted((a, b) -> Long.compare(a.getFirst().household(), b.getFirst().household()))
                .limit(MANY)
                .forEach(this::linkHome);
        befriend(
                members.stream()
                        .filter(m ->
                                m.grown()
                                        && homes.getOrDefault(m.household(), List.of()).size() == 1)
                        .filter(m -> m.email() != null)
                        .sorted((a, b) -> Long.compare(a.household(), b.household()))
                        .toList());
    }

    private static Member member(Person person, UUID id, LocalDate today) {
        int age =
                person.details().birthday() == null
                        ? 40
                        : person.details().birthday().age(today).orElse(40);
        return new Member(id, person.details(), person.household(), age);
    }

    private void linkHome(List<Member> home) {
        Member head = home.getFirst();
        List<Member> grown = home.stream().filter(Member::grown).toList();
        for (Member other : home) {
            if (other != head && other.grown()) {
                link(head, other, Relation.SPOUSE, TOLD, TOLD, true);
            } else if (!other.grown()) {
                grown.forEach(
                        parent -> link(parent, other, Relation.CHILD, Rights.NONE, PARENT, false));
            }
        }
    }

    private Relationship link(
            Member one,
            Member other,
            Relation relation,
            Rights rights,
            Rights theirs,
            boolean asked) {
        return relationships.add(
                one.id(),
                new NewRelationship(other.id(), relation, null, null, rights, theirs, asked));
    }

    /** One who has yet to answer, one who declined, one who looks after somebody, and copies. */
    private void befriend(List<Member> singles) {
        link(singles.get(0), singles.get(1), Relation.FRIEND, TOLD, Rights.NONE, false);
        Relationship declined =
                link(singles.get(2), singles.get(3), Relation.FRIEND, Rights.NONE, TOLD, false);
        answers.answer(secret(singles.get(3).id()), false, declined.version());
        Relationship accepted =
                link(singles.get(4), singles.get(5), Relation.SIBLING, TOLD, TOLD, false);
        answers.answer(secret(singles.get(5).id()), true, accepted.version());
        link(singles.get(6), singles.get(7), Relation.CARER, PARENT, Rights.NONE, true);
        copies.add(singles.get(6).id(), new CopyDetails(singles.get(8).id(), null));
        copies.add(singles.get(6).id(), new CopyDetails(null, "care.team@homecare.example"));
    }

    private String secret(UUID asked) {
        String text = Objects.requireNonNull(messages.of(asked, null, 1).items().getFirst().text());
        Matcher link = SECRET.matcher(text);
        if (!link.find()) {
            throw new IllegalStateException("No link in the invitation");
        }
        return link.group(1);
    }
}
