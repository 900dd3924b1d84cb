package app.clientele.business;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.business.Services.Filter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A catalogue begun with what businesses of its kind usually offer. */
@ClienteleTest
class UsualServicesTests {
    @Autowired private Services services;
    @Autowired private UsualServices usual;

    @Test
    void theUsualIsTakenOnceWithItsCategories() {
        int offered = Cast.mia().call(usual::missing).size();
        assertThat(offered).isGreaterThan(10);
        var team = List.of(Cast.paul().staff());
        int taken = Cast.mona().call(() -> usual.take(Set.of("Mud wrap", "Unknown"), team));
        assertThat(taken).isEqualTo(1);
        assertThat(Cast.mia().call(usual::missing)).hasSize(offered - 1);
        Service wrap = Cast.mia().call(() -> services.list(Filter.named("mud", false))).getFirst();
        assertThat(wrap.category()).isEqualTo("Body");
        assertThat(wrap.price()).isNull();
        assertThat(wrap.performers()).hasSize(1);
    }
}
