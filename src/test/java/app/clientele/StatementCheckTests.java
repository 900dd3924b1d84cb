package app.clientele;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That every statement is read along with, and that the reader finds what it looks for. */
@ClienteleTest
class StatementCheckTests {
    @Autowired private JdbcClient client;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select first_name from customer where id = :id",
                "select n.body from note n join customer c on c.id = n.customer_id where n.business_id = :business",
                "delete from note where id = :id",
                "update customer set first_name = :name where id = :id",
                "insert into note (id, body) values (:id, :body)",
                "select a.email from account a join staff s on s.account_id = a.id",
            })
    void findsWhatNamesNoBusiness(String statement) {
        assertThatThrownBy(() -> client.sql(statement)).hasMessageContaining(statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select first_name from customer where business_id = :business and id = :id",
                "select n.body from note n join customer c on c.business_id = n.business_id and c.id = n.customer_id where n.business_id = :business",
                "insert into note (business_id, id, body) values (:business, :id, :body)",
                "select id from account where email = :email",
                "select * from find_session(:hash)",
            })
    void letsTheOthersPass(String statement) {
        assertThatCode(() -> client.sql(statement)).doesNotThrowAnyException();
    }

    @Test
    void everyModuleAsksThroughWhatIsReadAlongWith() {
        assertThat(Proxy.isProxyClass(client.getClass())).isTrue();
        var product =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("app.clientele");
        var ways =
                Stream.of(
                                Connection.class,
                                DataSource.class,
                                JdbcClient.class,
                                JdbcTemplate.class,
                                NamedParameterJdbcTemplate.class)
                        .map(Class::getName)
                        .toList();
        ArchRuleDefinition.noClasses()
                .that()
                // the demo invents a past, which nobody but the owner of the tables can
                .resideOutsideOfPackages("app.clientele.database..", "app.clientele.demo..")
                .should()
                .dependOnClassesThat(describe("ask it", type -> ways.contains(type.getName())))
                .check(product);
    }
}
