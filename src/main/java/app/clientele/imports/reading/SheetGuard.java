package app.clientele.imports.reading;

import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks through one sheet for cells that would make the reader fill memory: columns and texts that
 * are not there.
 */
final class SheetGuard {
    private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");
    private static final int ARRAY_FORMULAS = 1_000;
    private static final int LONGEST_INDEX = 9;

    private final XMLStreamReader xml;
    private final int sharedStrings;
    private boolean shared;
    private int arrays;

    SheetGuard(XMLStreamReader xml, int sharedStrings) {
        this.xml = xml;
        this.sharedStrings = sharedStrings;
    }

    void check() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                check(xml.getLocalName());
            }
        }
    }

    private void check(String element) throws XMLStreamException {
        switch (element) {
            case "c" -> {
                shared = "s".equals(xml.getAttributeValue(null, "t"));
                checkAddress(xml.getAttributeValue(null, "r"));
            }
            case "v" -> {
                if (shared) {
                    checkIndex(xml.getElementText());
                }
            }
            case "f" -> {
                if (isArray() && ++arrays > ARRAY_FORMULAS) {
                    throw new UnreadableFile("bomb");
                }
            }
            default -> {}
        }
    }

    private boolean isArray() {
        return "array".equals(xml.getAttributeValue(null, "t"));
    }

    private static void checkAddress(@Nullable String address) {
        if (address != null && !ADDRESS.matcher(address.toUpperCase(Locale.ROOT)).matches()) {
            throw new UnreadableFile("damaged");
        }
    }

    private void checkIndex(String index) {
        boolean number =
                !index.isEmpty()
                        && index.length() <= LONGEST_INDEX
                        && index.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!index.isEmpty() && (!number || Integer.parseInt(index) >= sharedStrings)) {
            throw new UnreadableFile("damaged");
        }
    }
}
