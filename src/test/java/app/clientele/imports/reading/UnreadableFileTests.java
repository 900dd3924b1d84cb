package app.clientele.imports.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnreadableFileTests {
    private static final String TYPES =
            """
            <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
            </Types>\
            """;
    private static final String BOOK =
            """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
              xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>\
            """;
    private static final String RELATIONS =
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="x" Target="worksheets/sheet1.xml"/></Relationships>\
            """;
    private static final String ONE_CELL =
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Name</t></is></c></row>";

    @TempDir Path folder;

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("empty", bytes("")),
                Arguments.of("empty", bytes(" \r\n \n")),
                Arguments.of("empty", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}),
                Arguments.of("empty", bytes(",,\n,,\n")),
                Arguments.of("pdf", bytes("%PDF-1.7 …")),
                Arguments.of("markup", bytes("<html><table><tr><td>Name</td></tr></table></html>")),
                Arguments.of("markup", bytes("\uFEFF<?xml version=\"1.0\"?><Workbook/>")),
                Arguments.of("old_excel", ole("Workbook")),
                Arguments.of("encrypted", ole("EncryptedPackage")),
                Arguments.of(
                        "binary",
                        new byte[] {
                            (byte) 0x89,
                            'P',
                            'N',
                            'G',
                            13,
                            10,
                            26,
                            10,
                            0,
                            0,
                            0,
                            13,
                            'I',
                            'H',
                            'D',
                            'R',
                            0,
                            0
                        }),
                Arguments.of("binary", "Name,Email\nA,b".getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("archive", zip(Map.of("list.csv", "Name\nAnn"))),
                Arguments.of("open_document", zip(Map.of("content.xml", "<x/>", "mimetype", "…"))),
                Arguments.of(
                        "binary_workbook",
                        zip(Map.of("[Content_Types].xml", TYPES, "xl/workbook.bin", "x"))),
                Arguments.of("damaged", cut(book(ONE_CELL, ""))),
                Arguments.of("damaged", book("<row r=\"1\"><c r=\"A1\"><v>", "")),
                Arguments.of(
                        "damaged",
                        book("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>", "<sst/>")),
                Arguments.of(
                        "damaged", book("<row r=\"1\"><c r=\"AAAAAAA1\"><v>1</v></c></row>", "")),
                Arguments.of("damaged", withDoctype()),
                Arguments.of(
                        "bomb",
                        book(
                                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
                                        + "x".repeat(900_000)
                                        + "</t></is></c></row>",
                                "")),
                Arguments.of(
                        "bomb", book(("<row>" + "<c/>".repeat(500) + "</row>").repeat(10_000), "")),
                Arguments.of("too_much_text", book(ONE_CELL, sharedStrings())),
                Arguments.of("too_many_columns", bytes("x,".repeat(201) + "\n")),
                Arguments.of(
                        "list_of.sales",
                        bytes("Date,Time,Gross Sales,Transaction ID\n2026-01-01,10:00,5,x")),
                Arguments.of(
                        "list_of.gift_cards", bytes("GC No,Purchase Date,Current Balance\n1,x,5")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void refuses(String reason, byte[] content) {
        Path path = TestFiles.bytes(folder, content);

        UnreadableFile refusal =
                catchThrowableOfType(UnreadableFile.class, () -> Survey.of(TestFiles.open(path)));

        assertThat(refusal).isNotNull();
        assertThat(refusal.key()).isEqualTo("imports.unreadable." + reason);
        assertThat(TestFiles.MESSAGES.containsKey(refusal.key())).isTrue();
    }

    @Test
    void readsAWorkbookWithoutStyles() {
        assertThat(TestFiles.cells(TestFiles.bytes(folder, book(ONE_CELL, ""))))
                .containsExactly(java.util.List.of("Name"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ole(String stream) {
        byte[] file = new byte[4096];
        byte[] magic = {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
        };
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(magic, 0, file, 0, magic.length);
        System.arraycopy(name, 0, file, 1024, name.length);
        return file;
    }

    private static byte[] withDoctype() {
        String sheet =
                "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>";
        return zip(parts(sheet, ""));
    }

    private static byte[] book(String rows, String strings) {
        return zip(parts("<worksheet><sheetData>" + rows + "</sheetData></worksheet>", strings));
    }

    private static Map<String, String> parts(String sheet, String strings) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", TYPES);
        parts.put("xl/workbook.xml", BOOK);
        parts.put("xl/_rels/workbook.xml.rels", RELATIONS);
        parts.put("xl/worksheets/sheet1.xml", sheet);
        if (!strings.isEmpty()) {
            parts.put("xl/sharedStrings.xml", strings);
        }
        return parts;
    }

    /** Seventy megabytes of texts that do not repeat, so that only their size gives them away. */
    private static String sharedStrings() {
        StringBuilder strings = new StringBuilder("<sst>");
        for (int i = 0; strings.length() < 70 << 20; i++) {
            strings.append("<si><t>").append(Integer.toString(i * 7919, 36)).append("</t></si>");
        }
        return strings.append("</sst>").toString();
    }

    private static byte[] cut(byte[] file) {
        return java.util.Arrays.copyOf(file, file.length / 2);
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(bytes(part.getValue()));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
