package app.clientele.demo;

import app.clientele.customers.CustomerDetails;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Those who live together: they share a door, mostly a name, often a phone or an inbox. */
final class Household {
    private final Home home;
    private final Mix mix;
    private final Chance chance;
    private final Facts facts;

    Household(Home home, Mix mix, Chance chance) {
        this.home = home;
        this.mix = mix;
        this.chance = chance;
        this.facts = new Facts(home, mix, chance);
    }

    List<CustomerDetails> members() {
        List<CustomerDetails> members = new ArrayList<>(1);
        Sex sex = sex();
        LocalDate born = born(adultAge());
        Called head = Called.of(home.family(), sex, chance.percent(1), home, chance);
        Contacts contacts = Contacts.own(head, home, mix, chance);
        members.add(facts.of(head, sex, born, contacts));
        if (chance.percent(11)) {
            members.add(partner(sex, born, contacts));
        }
        if (age(born) >= 26 && age(born) <= 58 && chance.percent(13)) {
            addChildren(members, age(born), contacts);
        }
        return members;
    }

    private CustomerDetails partner(Sex head, LocalDate born, Contacts contacts) {
        Sex sex = chance.percent(8) ? head : head == Sex.FEMALE ? Sex.MALE : Sex.FEMALE;
        Name family = chance.percent(55) ? home.family() : home.origin().family(chance, 0);
        Called partner = Called.of(family, sex, false, home, chance);
        LocalDate partnerBorn = born(Math.max(18, age(born) + chance.around(0, 8)));
        return facts.of(partner, sex, partnerBorn, contacts.partners(partner, home, mix, chance));
    }

    private void addChildren(List<CustomerDetails> members, int parentsAge, Contacts contacts) {
        int oldest = Math.min(17, parentsAge - 20);
        for (int children = chance.between(1, 3); children > 0; children--) {
            Sex sex = chance.percent(50) ? Sex.FEMALE : Sex.MALE;
            int age = chance.between(1, oldest);
            Called child = Called.of(home.family(), sex, false, home, chance);
            members.add(facts.of(child, sex, born(age), contacts.childs(age, home, mix, chance)));
        }
    }

    private Sex sex() {
        return chance.percent(mix.womenPercent()) ? Sex.FEMALE : Sex.MALE;
    }

    private int adultAge() {
        return Math.clamp(chance.around(43, 32), 18, 94);
    }

    private LocalDate born(int age) {
        LocalDate born = mix.today().minusYears(age).minusDays(chance.between(0, 364));
        boolean leapling = born.isLeapYear() && chance.percent(3);
        return leapling ? LocalDate.of(born.getYear(), 2, 29) : born;
    }

    private int age(LocalDate born) {
        return Period.between(born, mix.today()).getYears();
    }
}
