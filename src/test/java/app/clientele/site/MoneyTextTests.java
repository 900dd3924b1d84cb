package app.clientele.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts as people of different countries type and read them. */
class MoneyTextTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en    | EUR | 12.50     | 12.50",
                "en    | EUR | 12,50     | 12.50",
                "en    | EUR | 1,250     | 1250",
                "en    | EUR | 1,250.75  | 1250.75",
                "en    | EUR | € 80      | 80",
                "en    | EUR | 80 EUR    | 80",
                "en    | EUR | 1.250     | 1250",
                "en-SE | SEK | 1,090     | 1090",
                "en    | EUR | 1,250,000 | 1250000",
                "en    | KWD | 1,250     | 1250",
                "de    | EUR | 12,50     | 12.50",
                "de    | EUR | 12.50     | 12.50",
                "de    | EUR | 1.250     | 1250",
                "de    | EUR | 1.250,75  | 1250.75",
                "de-CH | CHF | 1’250.50  | 1250.50",
                "fr    | EUR | 1 250,5   | 1250.5",
                "ar-EG | EGP | ١٢٫٥٠     | 12.50",
                "en    | KWD | 1.250     | 1.250",
                "en    | JPY | 1,250     | 1250",
                "en    | EUR | 0         | 0",
                "en    | EUR | -5        | -5",
                "en    | EUR | a lot     | a lot",
                "en    | EUR | 1,2,3     | 1,2,3",
                "en    | EUR | 1.2.3     | 1.2.3",
                "en    | EUR | .         | ."
            })
    void whatIsTypedIsRead(String locale, String currency, String typed, String decimal) {
        assertThat(
                        MoneyText.decimal(
                                typed, CurrencyUnit.of(currency), Locale.forLanguageTag(locale)))
                .isEqualTo(decimal);
    }

    @Test
    void amountsFollowTheReader() {
        Money price = Money.parse("EUR 1250.5");
        assertThat(MoneyText.amount(price, Locale.UK)).isEqualTo("1250.50");
        assertThat(MoneyText.amount(price, Locale.GERMANY)).isEqualTo("1250,50");
        assertThat(MoneyText.whole(price, Locale.UK)).isEqualTo("€1,250.50");
        assertThat(MoneyText.whole(price, Locale.GERMANY)).isEqualTo("1.250,50\u00a0€");
        assertThat(MoneyText.whole(Money.parse("SEK 1090"), Locale.UK))
                .isEqualTo("SEK\u00a01,090.00");
        assertThat(MoneyText.whole(Money.parse("JPY 900"), Locale.US)).isEqualTo("¥900");
    }

    @Test
    void everyCurrencyABusinessMayHaveIsMoney() {
        assertThat(Currency.getAvailableCurrencies())
                .extracting(Currency::getCurrencyCode)
                .filteredOn(code ->
                        CurrencyUnit.registeredCurrencies().stream()
                                .noneMatch(unit -> unit.getCode().equals(code)))
                .isEmpty();
    }
}
