package app.clientele.gateway;

import app.clientele.shared.Refused;
import java.util.List;
import org.springframework.stereotype.Component;

/** Knows the gateways there are. */
@Component
class Gateways {
    private final List<Gateway> all;
    private final GatewaySettings settings;

    Gateways(List<Gateway> all, GatewaySettings settings) {
        this.all = all;
        this.settings = settings;
    }

    Gateway named(String code) {
        return all.stream().filter(g -> g.code().equals(code)).findFirst().orElseThrow();
    }

    /**
     * The one the business uses.
     *
     * @throws Refused {@code no_gateway} when it uses none
     */
    Gateway current() {
        var setup = settings.current();
        if (!setup.isOn()) {
            throw new Refused("no_gateway");
        }
        return named(setup.gateway());
    }
}
