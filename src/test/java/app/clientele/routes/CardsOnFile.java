package app.clientele.routes;

import app.clientele.Cast;
import app.clientele.gateway.Cards;
import app.clientele.gateway.GatewaySettings;
import app.clientele.gateway.GatewaySettings.SetupDetails;
import app.clientele.gateway.sandbox.Sandbox;
import app.clientele.gateway.sandbox.TestCard;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Cards of the sandbox, in whichever business is acted in. */
final class CardsOnFile {
    private CardsOnFile() {}

    static String kept(String customer, TestCard kind) {
        on();
        var card = Cast.bean(Sandbox.class).card(kind, YearMonth.now().plusYears(2), "Vera");
        return Cast.bean(Cards.class)
                .keep(UUID.fromString(customer), GatewaySettings.SANDBOX, card)
                .id()
                .toString();
    }

    /** Switches the sandbox on for everybody the matrix acts as. */
    static synchronized void on() {
        var settings = Cast.bean(GatewaySettings.class);
        var setup = settings.current();
        if (!setup.gateway().equals(GatewaySettings.SANDBOX) || setup.mostCards() < 20) {
            settings.change(
                    new SetupDetails(GatewaySettings.SANDBOX, 20, null, null), setup.version());
        }
    }

    static List<String> form() {
        Cast.mia().run(CardsOnFile::on);
        return List.of("write", "false");
    }

    static Map<String, Object> body() {
        Cast.mia().run(CardsOnFile::on);
        return Map.of("write", false);
    }
}
