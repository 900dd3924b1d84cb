package app.clientele.households.web;

import app.clientele.customers.ProfileLocked;
import app.clientele.households.FamilyAnswers;
import app.clientele.households.FamilyAnswers.Question;
import app.clientele.shared.Stale;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link of an invitation leads: without signing in, in the language of who was asked. */
@Controller
@RequestMapping("/family/{secret}")
class FamilyAnswerPages {
    private final FamilyAnswers answers;
    private final Templates templates;

    FamilyAnswerPages(FamilyAnswers answers, Templates templates) {
        this.answers = answers;
        this.templates = templates;
    }

    @GetMapping
    JteModel ask(View view, @PathVariable String secret) {
        return ask(view, secret, null);
    }

    /**
     * @param note what has come between, as a key
     */
    private JteModel ask(View view, String secret, @Nullable String note) {
        Question question = answers.find(secret).orElse(null);
        if (question == null) {
            return view.status(HttpStatus.NOT_FOUND, templates.familyOver(view, null));
        }
        View theirs = view.in(question.language(), question.business().zone());
        String business = question.business().name();
        return question.open()
                ? templates.familyAsk(theirs, secret, question, note)
                : theirs.status(HttpStatus.GONE, templates.familyOver(theirs, business));
    }

    @PostMapping
    JteModel answer(
            View view,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "0") int _version) {
        if (!answer.equals("yes") && !answer.equals("no")) {
            return view.invalid(ask(view, secret, null));
        }
        Optional<Question> asked = answers.find(secret);
        try {
            boolean good = answers.answer(secret, answer.equals("yes"), _version).orElse(false);
            return good && asked.isPresent()
                    ? thanks(view, asked.get(), answer)
                    : ask(view, secret, null);
        } catch (Stale e) {
            return view.status(HttpStatus.CONFLICT, ask(view, secret, "family.ask.changed"));
        } catch (ProfileLocked e) {
            return view.status(HttpStatus.CONFLICT, ask(view, secret, "family.ask.not_now"));
        }
    }

    private JteModel thanks(View view, Question question, String answer) {
        View theirs = view.in(question.language(), question.business().zone());
        return templates.familyThanks(theirs, question, answer);
    }
}
