package app.clientele.passes.web;

import app.clientele.business.Businesses;
import app.clientele.messages.Languages;
import app.clientele.passes.Pass;
import app.clientele.passes.Passes;
import app.clientele.passes.wallet.WalletFiles;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Toast;
import app.clientele.site.View;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A pass to take along: as a card of paper, or for the wallet of a phone. */
@Controller
@RequestMapping("/customers/{id}/passes/{pass}")
@Requires(Permission.PROFILE_VIEW)
class PassFiles {
    private static final MediaType WALLET = MediaType.valueOf("application/vnd.apple.pkpass");

    private final Passes passes;
    private final PassPaper paper;
    private final WalletFiles wallet;
    private final Businesses businesses;

    PassFiles(Passes passes, PassPaper paper, WalletFiles wallet, Businesses businesses) {
        this.passes = passes;
        this.paper = paper;
        this.wallet = wallet;
        this.businesses = businesses;
    }

    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, @PathVariable UUID pass) {
        return file(MediaType.APPLICATION_PDF, "pass.pdf", paper.print(live(id, pass)));
    }

    /** Signed with the operator's certificate; without one there is none. */
    @GetMapping("/wallet")
    ResponseEntity<?> wallet(View view, @PathVariable UUID id, @PathVariable UUID pass) {
        Pass live = live(id, pass);
        if (!wallet.isSet()) {
            String path = "/customers/" + id + "/passes/" + pass;
            return view.redirect(path, Toast.of("passes.wallet.none"));
        }
        byte[] file = wallet.of(live, Languages.of(null, businesses.current()));
        return file(WALLET, "pass.pkpass", file);
    }

    /** One that is not in use any more is not handed out. */
    private Pass live(UUID customer, UUID id) {
        Pass pass = passes.get(customer, id);
        if (!pass.isLive()) {
            throw new NotFound("pass");
        }
        return pass;
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(content);
    }
}
