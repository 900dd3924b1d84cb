package app.clientele;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import app.clientele.database.Sql;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.temporal.TemporalAccessor;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;

/** The walls between the rooms of the house. */
class ArchitectureTests {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("app.clientele");

    /** Each module names in its package-info which others it may use. */
    @Test
    void modulesKeepToTheirArrows() {
        ApplicationModules.of(Clientele.class).verify();
    }

    @Test
    void modulesGoInNoCircle() {
        check(slices().matching("app.clientele.(*)..").should().beFreeOfCycles());
    }

    /** Rooms inside a module are packages, too. */
    @Test
    void packagesGoInNoCircle() {
        check(slices().matching("app.clientele.(**)").should().beFreeOfCycles());
    }

    @Test
    void beansAreMadeWithWhatTheyNeed() {
        check(noFields().should().beAnnotatedWith(Autowired.class));
        check(noFields().should().beAnnotatedWith(Value.class));
    }

    @Test
    void timeComesFromTheClock() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("app.clientele.database.embedded")
                        .should()
                        .callMethodWhere(
                                new DescribedPredicate<JavaMethodCall>("it reads the time itself") {
                                    @Override
                                    public boolean test(JavaMethodCall call) {
                                        return call.getTarget().getName().equals("now")
                                                && call.getTarget().getRawParameterTypes().isEmpty()
                                                && call.getTargetOwner()
                                                        .isAssignableTo(TemporalAccessor.class);
                                    }
                                }));
    }

    @Test
    void webPackagesHoldControllersAndWhatTheyShow() {
        check(
                classes()
                        .that()
                        .resideInAPackage("..web..")
                        .and()
                        .areMetaAnnotatedWith(Component.class)
                        .should()
                        .beMetaAnnotatedWith(Controller.class)
                        .orShould()
                        .beAnnotatedWith(Configuration.class));
        check(
                noClasses()
                        .that()
                        .resideInAPackage("..web..")
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(Sql.class, JdbcClient.class));
    }

    @Test
    void nothingButTemplatesUsesWebPackages() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("..web..", "gg.jte..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("app.clientele..web.."));
    }

    /** The build runs classes of these names and no others. */
    @Test
    void testsAreNamedSoThatTheyRun() {
        methods()
                .that()
                .areMetaAnnotatedWith(Testable.class)
                .should()
                .beDeclaredInClassesThat()
                .haveNameMatching(".*(Tests|Journey)([$].*)?")
                .check(new ClassFileImporter().importPackages("app"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }
}
