package app.clientele.imports.reading;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks a workbook once without keeping anything, and refuses it before the reader can be made to
 * hold too much. Uses the same unpacker and the same parser as the reader, so both see the same.
 */
final class WorkbookGuard {
    private static final int HEAD = 256;
    private static final String STRINGS = "sharedstrings";

    private final XMLInputFactory parsers = new InputFactoryImpl();
    private final Limits limits;
    private long unpacked;
    private int sharedStrings;

    private WorkbookGuard(Limits limits) {
        this.limits = limits;
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    static void check(Path path, Limits limits) {
        try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
            new WorkbookGuard(limits).check(zip);
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            // a truncated archive is a plain IOException; a disk that fails says so again on the
            // next read
            throw new UnreadableFile(e, "damaged");
        }
    }

    private void check(ZipFile zip) throws IOException, XMLStreamException {
        List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
        if (parts.size() > limits.maxParts()) {
            throw new UnreadableFile("bomb");
        }
        checkKind(zip, parts);
        parts.sort(Comparator.comparing(part -> !name(part).contains(STRINGS)));
        for (ZipArchiveEntry part : parts) {
            checkPart(zip, part);
        }
    }

    private static void checkKind(ZipFile zip, List<ZipArchiveEntry> parts) {
        if (zip.getEntry("[Content_Types].xml") == null) {
            boolean openDocument = zip.getEntry("content.xml") != null;
            throw new UnreadableFile(openDocument ? "open_document" : "archive");
        }
        if (zip.getEntry("xl/workbook.bin") != null) {
            throw new UnreadableFile("binary_workbook");
        }
        if (parts.stream().noneMatch(part -> name(part).endsWith("workbook.xml"))) {
            throw new UnreadableFile("archive");
        }
    }

    private static String name(ZipArchiveEntry part) {
        return part.getName().toLowerCase(Locale.ROOT);
    }

    private void checkPart(ZipFile zip, ZipArchiveEntry part)
            throws IOException, XMLStreamException {
        boolean heldInMemory = !name(part).contains("worksheets/");
        try (PushbackInputStream in = new PushbackInputStream(zip.getInputStream(part), HEAD)) {
            byte[] head = in.readNBytes(HEAD);
            in.unread(head);
            boolean markup = isMarkup(head);
            GuardedPart guarded =
                    new GuardedPart(
                            in,
                            limits,
                            part.getCompressedSize(),
                            heldInMemory && markup,
                            markup,
                            unpacked);
            if (markup) {
                checkMarkup(guarded);
            }
            guarded.transferTo(OutputStream.nullOutputStream());
            unpacked += guarded.size();
        }
    }

    /**
     * Other encodings than UTF-8 would hide from the guard, and no spreadsheet program uses them.
     */
    private static boolean isMarkup(byte[] head) {
        int start = head.length < 2 ? -1 : (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
        if (start == 0
                || start == 0x003C
                || start == 0x3C00
                || start == 0xFEFF
                || start == 0xFFFE) {
            throw new UnreadableFile("damaged");
        }
        String text = new String(head, StandardCharsets.UTF_8);
        return text.replace("\uFEFF", "").stripLeading().startsWith("<");
    }

    /** Parts that are neither sheets nor texts, such as drawings, need not even be well-formed. */
    private void checkMarkup(InputStream part) throws XMLStreamException {
        XMLStreamReader xml = parsers.createXMLStreamReader(part);
        while (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
            xml.next();
        }
        switch (xml.getLocalName()) {
            case "worksheet" -> new SheetGuard(xml, sharedStrings).check();
            case "sst" -> countStrings(xml);
            default -> {}
        }
    }

    private void countStrings(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
                sharedStrings++;
            }
        }
    }
}
