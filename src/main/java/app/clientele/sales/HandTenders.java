package app.clientele.sales;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is taken and given back by hand: once somebody at the desk says so, it is done. */
@Configuration(proxyBeanMethods = false)
class HandTenders {
    private record ByHand(String code, int order, boolean givesChange, boolean named)
            implements Tender {
        @Override
        public PaymentState take(Charge charge) {
            return PaymentState.TAKEN;
        }

        @Override
        public PaymentState giveBack(Charge charge) {
            return PaymentState.TAKEN;
        }
    }

    @Bean
    Tender cash() {
        return new ByHand("cash", 10, true, false);
    }

    /** At the terminal beside the till. */
    @Bean
    Tender card() {
        return new ByHand("card", 20, false, false);
    }

    @Bean
    Tender bankTransfer() {
        return new ByHand("bank", 30, false, false);
    }

    @Bean
    Tender ownTender() {
        return new ByHand("own", 40, false, true);
    }
}
