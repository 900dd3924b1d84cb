package app.clientele.imports.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** The text a person means by a cell of a workbook. */
final class XlsxCells {
    private static final MathContext SHOWN_DIGITS = new MathContext(15);
    private static final int LONGEST_NUMBER = 40;
    private static final BigDecimal LAST_DAY = new BigDecimal(2_958_465);
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\[[^\\]]*]");
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("--MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private XlsxCells() {}

    static String text(@Nullable Cell cell) {
        if (cell == null || cell.getValue() == null) {
            return "";
        }
        return cell.getValue() instanceof BigDecimal number ? text(cell, number) : cell.getText();
    }

    private static String text(Cell cell, BigDecimal number) {
        String format = dateFormat(cell);
        if (format != null && number.signum() > 0 && number.compareTo(LAST_DAY) <= 0) {
            return date(cell.asDate(), format);
        }
        if (number.precision() > LONGEST_NUMBER || Math.abs(number.scale()) > LONGEST_NUMBER) {
            return cell.getText();
        }
        return plain(number);
    }

    /**
     * Numbers in a workbook are binary; the fifteen digits a spreadsheet shows are what was typed.
     */
    private static String plain(BigDecimal number) {
        BigDecimal shown =
                number.precision() > 15 && number.scale() > 0 ? number.round(SHOWN_DIGITS) : number;
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    /**
     * A day typed without a year is stored with the year of typing; only its format still tells.
     */
    private static String date(LocalDateTime date, String format) {
        if (format.indexOf('y') < 0) {
            return date.format(DAY_OF_YEAR);
        }
        boolean midnight = date.toLocalTime().equals(LocalTime.MIDNIGHT);
        return midnight ? date.toLocalDate().toString() : date.format(MINUTE);
    }

    private static @Nullable String dateFormat(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id == null) {
            return null;
        }
        if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
            return "yyyy-mm-dd"; // built into Excel for East Asian languages, without a pattern in
            // the file
        }
        String pattern = cell.getDataFormatString();
        return pattern == null ? null : dateLetters(pattern);
    }

    private static @Nullable String dateLetters(String pattern) {
        if (pattern.equalsIgnoreCase("General")) {
            return null;
        }
        String letters = LITERALS.matcher(pattern).replaceAll("").toLowerCase(Locale.ROOT);
        boolean date = letters.indexOf('d') >= 0 || letters.indexOf('y') >= 0;
        return date ? letters : null;
    }
}
