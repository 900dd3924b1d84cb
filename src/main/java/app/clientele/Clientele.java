package app.clientele;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
public class Clientele {
    public static void main(String[] args) {
        SpringApplication.run(Clientele.class, args);
    }
}
