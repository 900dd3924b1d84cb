package app.clientele.customers.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.customers.Customers;
import app.clientele.customers.People;
import app.clientele.customers.list.CustomerFilter;
import app.clientele.customers.list.CustomerList;
import app.clientele.customers.list.CustomerListTests;
import app.clientele.customers.list.CustomerRow;
import app.clientele.customers.list.CustomerSort;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One box finds people by whatever one remembers of them. */
@ClienteleTest
class CustomerSearchTests {
    @Autowired private CustomerSearch search;
    @Autowired private CustomerList list;
    @Autowired private Customers customers;

    private static @Nullable UUID peopled;

    @BeforeEach
    void people() {
        if (!Cast.mia().business().equals(peopled)) {
            peopled = Cast.mia().business();
            Cast.mia().run(this::addPeople);
            Cast.otto()
                    .run(() ->
                            customers.create(
                                    People.named("Søren", "Elsewhere")
                                            .phone("+46701234567")
                                            .email("anna@example.se")
                                            .details()));
        }
    }

    private void addPeople() {
        Stream.of(
                        People.named("Søren", "Müller-O'Neil")
                                .email("soren.muller@example.dk")
                                .phone("+45 32 12 34 56"),
                        People.named("Anna Maria", "Andersson")
                                .phone("070-123 45 67")
                                .email("anna@example.se"),
                        People.named("Johan", "Strauß")
                                .email("j_strauss@wien.example")
                                .phone("0043 1 58858"),
                        People.named("Łucja", "Wójcik").phone("+46 (0)8-555 010 20"),
                        People.named("John", "Smith").email("jsmith+spa@example.com"),
                        People.named("李", "小龙"),
                        People.named("田中太郎", null),
                        People.named("김", "민준"),
                        People.named("محمد", "الخطيب"),
                        People.named("Наталья", "Щербакова"),
                        People.named("Γιώργος", "Παπαδόπουλος"),
                        People.named("Zoë", "Van den Berg").shownAs("Coco"),
                        People.named("100%", "Cotton_Club"),
                        People.named("Katharina", "Lindqvist"))
                .forEach(p -> customers.create(p.details()));
        customers.deactivate(customers.create(People.named("Gone", "Goodbye").details()).id());
    }

    private List<String> names(String typed) {
        return Cast.mia().call(() -> search.find(typed, 20, false)).stream()
                .map(CustomerSearch.Hit::name)
                .toList();
    }

    @Test
    void partOfAnAddressIsFoundBesideOneThatBeginsLikeIt() {
        Cast.mia()
                .run(() -> {
                    customers.create(
                            People.named("Uwe", "Quast").email("quast@x.example").details());
                    customers.create(
                            People.named("Ida", "Jota").email("ida.quast@x.example").details());
                });

        assertThat(names("quast@x")).containsExactlyInAnyOrder("Uwe Quast", "Ida Jota");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the beginning, in any letters
                "sør|Søren Müller-O'Neil",
                "SOREN|Søren Müller-O'Neil",
                "so|Søren Müller-O'Neil",
                "muller oneil|Søren Müller-O'Neil",
                "müller-o’neil|Søren Müller-O'Neil",
                "oneil|Søren Müller-O'Neil",
                "strauss|Johan Strauß",
                "Strauß|Johan Strauß",
                "lucja|Łucja Wójcik",
                "wojcik l|Łucja Wójcik",
                "berg zoe|Coco",
                "coco|Coco",
                "van den|Coco",
                "den berg|Coco",
                // words in any order, some left out
                "andersson anna|Anna Maria Andersson",
                "maria and|Anna Maria Andersson",
                "anna andersson|Anna Maria Andersson",
                "andersson maria anna|Anna Maria Andersson",
                // parts
                "ndersso|Anna Maria Andersson",
                "trauss|Johan Strauß",
                "apadopoulo|''",
                "απαδοπου|Γιώργος Παπαδόπουλος",
                // phones in every form, and parts
                "0701234567|Anna Maria Andersson",
                "070 123|Anna Maria Andersson",
                "+46 70-123 45 67|Anna Maria Andersson",
                "004670123|Anna Maria Andersson",
                "46701|Anna Maria Andersson",
                "701234567|Anna Maria Andersson",
                "234567|Anna Maria Andersson",
                "4567|Anna Maria Andersson",
                "+46(0)8-555 010 20|Łucja Wójcik",
                "08 555 010 20|Łucja Wójcik",
                "٠٧٠١٢٣٤٥٦٧|Anna Maria Andersson",
                // name and phone together
                "anna 4567|Anna Maria Andersson",
                "0701234 maria|Anna Maria Andersson",
                "soren 4567|''",
                // e-mail and parts of it
                "anna@|Anna Maria Andersson",
                "ANNA@EXAMPLE.SE|Anna Maria Andersson",
                "soren.muller|Søren Müller-O'Neil",
                "@example.dk|Søren Müller-O'Neil",
                "j_str|Johan Strauß",
                "wien|Johan Strauß",
                "smith+spa|John Smith",
                // slips
                "jhon|John Smith",
                "smtih|John Smith",
                "jhon smtih|John Smith",
                "smiht jon|John Smith",
                "andresson|Anna Maria Andersson",
                "katarina|Katharina Lindqvist",
                "lindkwist|Katharina Lindqvist",
                "щербаоква|Наталья Щербакова",
                "παπαδοπυολος|Γιώργος Παπαδόπουλος",
                "الطخيب|محمد الخطيب",
                "ana andersson|Anna Maria Andersson",
                "wojick|Łucja Wójcik",
                // scripts
                "李|李 小龙",
                "小龙|李 小龙",
                "龙|李 小龙",
                "李 小|李 小龙",
                "太郎|田中太郎",
                "田中|田中太郎",
                "민준|김 민준",
                "김|김 민준",
                "محمد|محمد الخطيب",
                "الخطيب|محمد الخطيب",
                "خطيب|محمد الخطيب",
                "ната|Наталья Щербакова",
                "ЩЕРБАКОВА Н|Наталья Щербакова",
                "ербако|Наталья Щербакова",
                "γιωργοσ|Γιώργος Παπαδόπουλος",
                // what means something to a database
                "100% c|100% Cotton_Club",
                "%|''",
                "_|''",
                "cotton_c|100% Cotton_Club",
                "otton_clu|100% Cotton_Club",
                "\\|''",
                "%%%%|''",
                "____|''",
                // nobody
                "xyzzyx|''",
                "+|''",
                "@|''",
                "goodbye|''",
            })
    void finds(String typed, String expected) {
        assertThat(String.join(", ", names(typed))).isEqualTo(expected);
    }

    /** Parts of everything cost too much there to be looked for beside what was found already. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ndersso|Anna Maria Andersson",
                "maria and|Anna Maria Andersson",
                "wien|Johan Strauß",
                "4567|Anna Maria Andersson",
                "45 67|Anna Maria Andersson",
                "55501|Łucja Wójcik",
                "anna 4567|Anna Maria Andersson",
                "ербако|Наталья Щербакова",
                "lindkwist|Katharina Lindqvist",
                "anna@|Anna Maria Andersson",
            })
    void findsAmongManyToo(String typed, String expected) {
        String business = " where business_id = '" + Cast.mia().business() + "'";
        TestDatabase.ownerClient()
                .sql("update customer_number set next = next + 1000000" + business)
                .update();
        try {
            assertThat(names(typed)).containsExactly(expected);
        } finally {
            TestDatabase.ownerClient()
                    .sql("update customer_number set next = next - 1000000" + business)
                    .update();
        }
    }

    @Test
    void findsAPhoneByItsLastDigitsBesideTheCustomerWithThatNumber() {
        long number = Cast.mia().call(() -> search.find("coco", 1, false)).getFirst().number();
        Cast.mia()
                .run(() ->
                        customers.create(
                                People.named("Vera", "Digits")
                                        .phone("+4670765" + number)
                                        .details()));

        assertThat(names(String.valueOf(number))).startsWith("Coco").contains("Vera Digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "a\u0000b@c",
                "\uD83D",
                "x@\uDE00",
                "\u202e",
                "👩‍👩‍👧‍👧",
                "ﷺ",
                "'; drop table customer --",
                "Ω≈ç√∫˜µ≤≥÷",
                "\t\n"
            })
    void takesAnything(String typed) {
        assertThat(names(typed)).isEmpty();
        assertThat(names(typed.repeat(5_000))).isEmpty();
    }

    @Test
    void takesTenThousandLetters() {
        assertThat(names("anna ".repeat(2_000))).isEmpty();
        assertThat(names("a@".repeat(5_000))).isEmpty();
        assertThat(names("07".repeat(5_000))).isEmpty();
    }

    @Test
    void putsTheExactFirstThenBeginningsThenParts() {
        Cast.mona()
                .run(() -> {
                    for (String first : List.of("Bergmania", "Ljungberg", "Berg", "Bergman")) {
                        customers.create(People.named(first, "Ordered").details());
                    }
                });
        assertThat(names("berg"))
                .containsSubsequence("Berg Ordered", "Bergman Ordered", "Ljungberg Ordered");
    }

    @Test
    void findsByNumber() {
        long number = Cast.mia().call(() -> search.find("coco", 1, false)).getFirst().number();
        assertThat(names(String.valueOf(number))).contains("Coco");
        assertThat(names("#" + number)).contains("Coco");
    }

    @Test
    void findsThoseTakenOutOfUseWhenAsked() {
        assertThat(Cast.mia().call(() -> search.find("goodb", 5, true))).hasSize(1);
    }

    @Test
    void followsTheRecord() {
        Cast.mia()
                .run(() -> {
                    UUID id =
                            customers
                                    .create(
                                            People.named("Fleeting", "Namely")
                                                    .phone("0709998877")
                                                    .details())
                                    .id();
                    assertThat(names("fleet")).hasSize(1);
                    customers.change(id, d -> People.named("Lasting", "Otherwise").details());
                    for (String gone :
                            List.of(
                                    "fleet",
                                    "fleting",
                                    "leeti",
                                    "namely",
                                    "9998877",
                                    "0709998877")) {
                        assertThat(names(gone)).as(gone).isEmpty();
                    }
                    assertThat(names("astin")).containsExactly("Lasting Otherwise");
                });
    }

    @Test
    void tellsWithoutContactsOnlyWhatWasKnownWhole() {
        Set<Permission> some = Set.of(Permission.PROFILE_VIEW);
        var blind = new Caller(Cast.mia().business(), null, Caller.Door.PAGE, null, some);
        blind.run(() -> {
            for (String part :
                    List.of("070123", "4567", "anna@exam", "example.dk", "anna 4567", "wien")) {
                assertThat(search.find(part, 20, true)).as(part).isEmpty();
            }
            assertThat(search.find("070-123 45 67", 20, true)).hasSize(1);
            assertThat(search.find("anna@example.se", 20, true).getFirst().email())
                    .isEqualTo("a•••@•••");
            assertThat(search.find("ndersso", 20, true)).hasSize(1);
        });
    }

    @Test
    void pagesThroughMatchesOnceEach() {
        Cast.mona()
                .run(() -> {
                    for (int i = 0; i < 23; i++) {
                        customers.create(People.named("Pagefull", "Number" + i).details());
                    }
                    CustomerFilter filter = CustomerListTests.filter(list, "q=pagefull");
                    assertThat(list.count(filter)).isEqualTo(23);
                    var first = list.page(filter, null, null, 10).slice();
                    var second = list.page(filter, null, first.next(), 10).slice();
                    var third = list.page(filter, null, second.next(), 10).slice();
                    assertThat(third.next()).isNull();
                    assertThat(
                                    Stream.of(first, second, third)
                                            .flatMap(s -> s.rows().stream())
                                            .map(CustomerRow::id))
                            .hasSize(23)
                            .doesNotHaveDuplicates();
                    assertThat(list.page(filter, null, third.previous(), 10).slice())
                            .isEqualTo(second);
                    assertThat(list.page(filter, null, second.previous(), 10).slice())
                            .isEqualTo(first);
                    assertThat(list.page(filter, CustomerSort.NEWEST, null, 1).slice().rows())
                            .extracting(CustomerRow::name)
                            .containsExactly("Pagefull Number22");
                });
    }

    @Test
    void tellsNothingOfAnotherBusiness() {
        Cast.otto()
                .run(() -> {
                    assertThat(search.find("sor", 20, true))
                            .extracting(CustomerSearch.Hit::name)
                            .containsExactly("Søren Elsewhere");
                    for (String theirs :
                            List.of(
                                    "muller",
                                    "ndersso",
                                    "jhon",
                                    "anna andersson",
                                    "wien",
                                    "5801")) {
                        assertThat(search.find(theirs, 20, true)).as(theirs).isEmpty();
                    }
                });
    }
}
