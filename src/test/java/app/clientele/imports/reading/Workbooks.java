package app.clientele.imports.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks of invented people. */
public final class Workbooks {
    private static final String[] VAGARO = {
        "First Name",
        "Last Name",
        "Email",
        "Mobile",
        "Day",
        "Night",
        "Address",
        "Apt/Suite",
        "City",
        "State",
        "Zip",
        "Birthdate",
        "Gender",
        "Customer Since",
        "Last Visited",
        "Membership",
        "Tags",
        "Refered By",
        "Online Booking",
        "Credit Card",
        "Bank",
        "Appointments Booked",
        "Classes Booked",
        "Check-Ins",
        "Points Earned",
        "Amount Paid",
        "No Shows/Cancellations",
        "Employee Seen"
    };

    private Workbooks() {}

    /**
     * {@code CustomersList.xlsx} with its title above the header, its signs for nothing and its
     * sums below.
     */
    public static Path vagaro(Path folder) {
        return write(folder.resolve("CustomersList.xlsx"), Workbooks::vagaro);
    }

    private static void vagaro(Workbook book) {
        book.newWorksheet("Cover");
        Worksheet sheet = book.newWorksheet("Customers");
        sheet.value(0, 0, "Customers of Rosewood Studio");
        row(sheet, 3, (Object[]) VAGARO);
        row(
                sheet,
                4,
                "Mia",
                "Okafor",
                "mia@example.com",
                "(555) 010-0101",
                "---",
                "---",
                "12 Larch Rd",
                "3",
                "Boise",
                "ID",
                83702,
                LocalDate.of(1990, 3, 14),
                "Female",
                LocalDate.of(2019, 5, 2),
                "Never",
                "---",
                "VIP, Sensitive skin",
                "Tom Baker",
                "Allow",
                "---",
                "---",
                31,
                2,
                29,
                310,
                "$1,234.56",
                "($20.00)",
                "Ewa");
        row(
                sheet,
                5,
                "Ζωή",
                "Νικολάου",
                "---",
                5550100102d,
                "(555) 010-0103",
                "---",
                "---",
                "---",
                "---",
                "---",
                "---",
                "2/29/1992",
                "---",
                "11/30/2020",
                "12/01/2025",
                "Gold",
                "NONE of the options",
                "---",
                "---",
                "---",
                "---",
                0,
                0,
                0,
                0,
                "$0.00",
                "$0.00",
                "---");
        sheet.style(4, 11).format("m/d/yyyy").set();
        sheet.style(4, 13).format("m/d/yyyy").set();
        row(
                sheet,
                7,
                "Total",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                31,
                2,
                29,
                310,
                "$1,234.56",
                "($20.00)",
                "");
    }

    static Path write(Path path, Consumer<Workbook> content) {
        try (OutputStream out = Files.newOutputStream(path);
                Workbook book = new Workbook(out, "Tests", "1.0")) {
            content.accept(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    static void row(Worksheet sheet, int row, Object... values) {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Number number -> sheet.value(row, i, number);
                case LocalDate date -> sheet.value(row, i, date);
                case Boolean flag -> sheet.value(row, i, flag);
                default -> sheet.value(row, i, values[i].toString());
            }
        }
    }
}
