package app.clientele.site;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values in files, as spreadsheet programs with this separator or another would read them. */
class SpreadsheetTextTests {
    @ParameterizedTest
    @CsvSource({
        "=1+1,'''=1+1'",
        "-5,'''-5'",
        "' @SUM(A1)',''' @SUM(A1)'",
        "Ann-Marie,Ann-Marie",
        "a=b,a=b"
    })
    void whatBeginsLikeAFormulaIsText(String cell, String harmless) {
        assertThat(SpreadsheetText.harmless(cell)).isEqualTo(harmless);
    }

    @Test
    void anotherSeparatorTakesNothingApart() throws Exception {
        var file = new StringWriter();
        try (var writer = CsvWriter.builder().quoteStrategy(SpreadsheetText.QUOTED).build(file)) {
            writer.writeRecord("Berg;=1+cmd|' /C calc'!A0", "Lund", "a\tb");
        }
        assertThat(file.toString().strip())
                .isEqualTo("\"Berg;=1+cmd|' /C calc'!A0\",Lund,\"a\tb\"");
    }
}
