package app.clientele;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * A test of the whole application on a real database, with the people of {@link Cast} to act as.
 * All such tests share one running application; add nothing that would need another.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "clientele.strict-texts=true",
            "clientele.password.kibibytes=64" // hundreds of people get one
        })
@ExtendWith(Cast.Casting.class)
public @interface ClienteleTest {}
