package app.clientele.customers.web.exporting;

import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Address;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.CustomerDetails.PhoneKind;
import app.clientele.customers.CustomerDetails.Tax;
import app.clientele.customers.Team;
import app.clientele.customers.custom.CustomField;
import app.clientele.site.SpreadsheetText;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Customers as a file: one line each, written as they come, under titles which our own import
 * understands.
 */
abstract sealed class ExportFile implements AutoCloseable {
    /** What one field looks like in a file; several values stand in one cell. */
    private record Column(String title, Function<Customer, @Nullable Object> value) {}

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("Customer number", Customer::number),
                    of("First name", CustomerDetails::firstName),
                    of("Middle name", CustomerDetails::middleName),
                    of("Last name", CustomerDetails::lastName),
                    of("Display name", CustomerDetails::displayName),
                    of("Mobile", d -> phones(d, PhoneKind.MOBILE)),
                    of("Day phone", d -> phones(d, PhoneKind.DAY)),
                    of("Evening phone", d -> phones(d, PhoneKind.NIGHT)),
                    of("Email", ExportFile::emails),
                    address("Street", Address::street),
                    address("Address line 2", Address::line2),
                    address("Postcode", Address::postcode),
                    address("City", Address::city),
                    address("Region", Address::region),
                    address("Country", Address::country),
                    of("Further addresses", ExportFile::furtherAddresses),
                    of("Birthday", CustomerDetails::birthday),
                    of("Gender", CustomerDetails::gender),
                    of("Pronouns", CustomerDetails::pronouns),
                    of("Language", CustomerDetails::language),
                    of("Status", CustomerDetails::status),
                    of("Tags", d -> String.join(", ", d.tags())),
                    of("Customer since", CustomerDetails::customerSince),
                    of("Referral method", CustomerDetails::referralMethod),
                    new Column("Referred by", Customer::referrerName),
                    of("External id", CustomerDetails::externalId),
                    tax("Company", Tax::company),
                    tax("Tax number", Tax::number),
                    tax("Tax exempt", t -> t.exempt() ? "yes" : null),
                    tax("Reason for tax exemption", Tax::reason),
                    new Column("Preferred branch", ExportFile::branch),
                    new Column("Preferred staff", ExportFile::preferred),
                    new Column("Barred staff", ExportFile::barred),
                    new Column("Added", Customer::createdAt),
                    new Column("Deactivated", Customer::deactivatedAt));

    private static Column of(String title, Function<CustomerDetails, @Nullable Object> value) {
        return new Column(title, c -> value.apply(c.details()));
    }

    private static @Nullable String branch(Customer customer) {
        return customer.team()
                .branch(customer.details().preferredBranchId())
                .map(Team.Place::name)
                .orElse(null);
    }

    private static String preferred(Customer customer) {
        return customer.details().preferredStaffIds().stream()
                .map(id -> name(customer, id))
                .collect(Collectors.joining("; "));
    }

    private static String barred(Customer customer) {
        return customer.details().barredStaff().stream()
                .map(b -> name(customer, b.staffId()) + " (" + b.reason() + ")")
                .collect(Collectors.joining("; "));
    }

    private static String name(Customer customer, @Nullable UUID staff) {
        return customer.team().colleague(staff).map(Team.Colleague::name).orElse("");
    }

    private static Column tax(String title, Function<Tax, @Nullable Object> part) {
        return of(title, d -> d.tax() == null ? null : part.apply(d.tax()));
    }

    private static Column address(String title, Function<Address, @Nullable Object> part) {
        return of(
                title, d -> d.addresses().isEmpty() ? null : part.apply(d.addresses().getFirst()));
    }

    /** The primary one first: our import takes the first for it. */
    private static String phones(CustomerDetails details, PhoneKind kind) {
        return joined(
                details.phones().stream()
                        .filter(p -> p.kindOrMobile() == kind)
                        .sorted(Comparator.comparing(p -> !p.primary()))
                        .map(Phone::number),
                "; ");
    }

    private static String emails(CustomerDetails details) {
        return joined(
                details.emails().stream()
                        .sorted(Comparator.comparing(e -> !e.primary()))
                        .map(Email::address),
                "; ");
    }

    private static String furtherAddresses(CustomerDetails details) {
        return joined(details.addresses().stream().skip(1).map(ExportFile::line), "; ");
    }

    private static String line(Address a) {
        return joined(
                Stream.of(
                        a.label(),
                        a.street(),
                        a.line2(),
                        a.postcode(),
                        a.city(),
                        a.region(),
                        a.country()),
                ", ");
    }

    private static String joined(Stream<@Nullable String> all, String between) {
        return all.filter(Objects::nonNull).collect(Collectors.joining(between));
    }

    private final List<Column> columns;

    /**
     * @param own the business's own fields, which follow the others
     */
    private ExportFile(List<CustomField> own) {
        columns =
                Stream.concat(
                                COLUMNS.stream(),
                                own.stream()
                                        .map(f ->
                                                of(
                                                        f.label(),
                                                        d ->
                                                                f.told(
                                                                        d.customFields()
                                                                                .get(f.key())))))
                        .toList();
    }

    void add(List<Customer> customers) {
        customers.forEach(customer ->
                write(
                        columns.stream()
                                .map(c -> Objects.toString(c.value().apply(customer), ""))
                                .toList()));
    }

    List<String> titles() {
        return columns.stream().map(Column::title).toList();
    }

    abstract void write(List<String> cells);

    @Override
    public abstract void close() throws IOException;

    /** Commas and UTF-8, marked as such for spreadsheet programs. */
    static final class Csv extends ExportFile {
        private final CsvWriter writer;

        Csv(OutputStream out, List<CustomField> own) throws IOException {
            super(own);
            var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write('\uFEFF'); // spreadsheet programs guess another character set without it
            writer = CsvWriter.builder().quoteStrategy(SpreadsheetText.QUOTED).build(text);
            write(titles());
        }

        @Override
        void write(List<String> cells) {
            writer.writeRecord(cells.stream().map(SpreadsheetText::harmless).toList());
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    /** A workbook whose cells are all text, so that nothing in them is ever run. */
    static final class Xlsx extends ExportFile {
        private static final int MOST_ROWS = 1_000_000;
        private static final int FLUSHED = 500;

        private final Workbook workbook;
        private Worksheet sheet;
        private int row;
        private int sheets;

        Xlsx(OutputStream out, List<CustomField> own) {
            super(own);
            workbook = new Workbook(out, "Clientele", null);
            sheet = next();
        }

        private Worksheet next() {
            sheets++;
            sheet = workbook.newWorksheet(sheets == 1 ? "Customers" : "Customers " + sheets);
            row = 0;
            write(titles());
            return sheet;
        }

        @Override
        void write(List<String> cells) {
            try {
                if (row == MOST_ROWS) {
                    sheet.finish();
                    next();
                }
                for (int column = 0; column < cells.size(); column++) {
                    if (!cells.get(column).isEmpty()) {
                        sheet.inlineString(row, column, cells.get(column));
                    }
                }
                row++;
                if (row % FLUSHED == 0) {
                    sheet.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }
}
