package app.clientele.access;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Knows the passwords that guessers try first: common words with digits around them, runs and
 * repetitions.
 */
@Component
class CommonPasswords {
    private static final List<String> WORDS =
            List.of(
                    "password",
                    "passwort",
                    "wachtwoord",
                    "motdepasse",
                    "contrasena",
                    "qwerty",
                    "qwertz",
                    "azerty",
                    "letmein",
                    "welcome",
                    "welkom",
                    "admin",
                    "administrator",
                    "iloveyou",
                    "clientele",
                    "salon",
                    "dragon",
                    "monkey",
                    "football",
                    "baseball",
                    "sunshine",
                    "princess",
                    "changeme",
                    "secret",
                    "superman",
                    "master",
                    "trustno",
                    "abc",
                    "asdfgh",
                    "zxcvbn",
                    "login",
                    "default",
                    "guest",
                    "test",
                    "user");
    private static final Pattern ORNAMENT = Pattern.compile("[^\\p{L}]");
    private static final Pattern REPETITION = Pattern.compile("(.{1,4})\\1{2,}.?");
    private static final String RUNS =
            "01234567890123456789 98765432109876543210 abcdefghijklmnopqrstuvwxyz";

    boolean contains(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        String letters =
                ORNAMENT.matcher(
                                lower.replace('0', 'o')
                                        .replace('1', 'i')
                                        .replace('3', 'e')
                                        .replace('@', 'a')
                                        .replace('$', 's'))
                        .replaceAll("");
        String bare = ORNAMENT.matcher(lower).replaceAll("");
        return RUNS.contains(lower)
                || REPETITION.matcher(lower).matches()
                || WORDS.stream().anyMatch(w -> isOnly(letters, w) || isOnly(bare, w));
    }

    private static boolean isOnly(String letters, String word) {
        return letters.equals(word) || letters.equals(word + word);
    }
}
