import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipFile;

/**
 * Makes the files browsers load, run by the build: {@code java Assets.java <webjars> <frontend> <out>}.
 *
 * <p>Takes the few files we use out of the webjars, joins our own styles and scripts, draws one sprite
 * of the icons named in {@code icons.txt}, and writes each under a name that carries a hash of its
 * content, with a gzip beside it; {@code assets.properties} tells which name has which hash.
 */
class Assets {
    private static final String WEBJAR = "META-INF/resources/webjars/";
    private static final Map<String, String> TAKEN =
            Map.of(
                    "tabler.css", "tabler__core dist/css/tabler.min.css",
                    "tabler.rtl.css", "tabler__core dist/css/tabler.rtl.min.css",
                    "htmx.js", "htmx.org dist/htmx.min.js",
                    "sortable.js", "sortablejs Sortable.min.js");

    private final Path webjars;
    private final Path frontend;
    private final Path out;
    private final Map<String, String> names = new TreeMap<>();

    Assets(Path webjars, Path frontend, Path out) {
        this.webjars = webjars;
        this.frontend = frontend;
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        new Assets(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])).make();
    }

    void make() throws Exception {
        clear();
        for (var taken : TAKEN.entrySet()) {
            var source = taken.getValue().split(" ");
            write(taken.getKey(), fromWebjar(source[0], source[1]));
        }
        write("app.css", (joined("css", "") + rows()).getBytes(StandardCharsets.UTF_8));
        write("app.js", joined("js", "\n").getBytes(StandardCharsets.UTF_8));
        write("icons.svg", sprite());
        for (Path file : files(frontend.resolve("static"))) {
            write(file.getFileName().toString(), Files.readAllBytes(file));
        }
        var list = new StringBuilder();
        names.forEach((name, hashed) -> list.append(name).append('=').append(hashed).append('\n'));
        list.append("icons=").append(String.join(" ", icons())).append('\n');
        Files.writeString(out.resolveSibling("assets.properties"), list);
    }

    /** Files left from another build would be served for ever. */
    private void clear() throws IOException {
        Files.createDirectories(out);
        for (Path old : files(out)) {
            Files.delete(old);
        }
    }

    private byte[] fromWebjar(String artifact, String file) throws IOException {
        try (var jar = webjar(artifact)) {
            return jar.getInputStream(jar.getEntry(folder(jar, artifact) + file)).readAllBytes();
        }
    }

    private ZipFile webjar(String artifact) throws IOException {
        return new ZipFile(webjars.resolve(artifact + ".jar").toFile());
    }

    private static String folder(ZipFile jar, String artifact) {
        return jar.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.matches(WEBJAR + artifact + "/[^/]+/"))
                .findFirst()
                .orElseThrow();
    }

    private String joined(String folder, String between) throws IOException {
        var all = new StringBuilder();
        for (Path file : files(frontend.resolve(folder))) {
            all.append(Files.readString(file)).append(between);
        }
        return all.toString();
    }

    /**
     * Where something stands in the calendar: styles within pages are forbidden, so each of a day's
     * five-minute rows, each length and each place side by side has a class.
     */
    private static String rows() {
        var css = new StringBuilder();
        for (int row = 0; row <= 288; row++) {
            css.append(".at-%d{grid-row-start:%d}.for-%d{grid-row-end:span %d}".formatted(row, row + 1, row, Math.max(1, row)));
        }
        for (int lanes = 2; lanes <= 6; lanes++) {
            css.append(".of-%d{width:calc(100%%/%d - 4px)}".formatted(lanes, lanes));
            for (int lane = 0; lane < lanes; lane++) {
                css.append(".lane-%d.of-%d{margin-inline-start:calc(100%%*%d/%d + 2px)}".formatted(lane, lanes, lane, lanes));
            }
        }
        return css.toString();
    }

    private byte[] sprite() throws IOException {
        var sprite = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\">\n");
        try (var jar = webjar("tabler__icons")) {
            var folder = folder(jar, "tabler__icons") + "icons/outline/";
            for (String name : icons()) {
                var entry = jar.getEntry(folder + name + ".svg");
                if (entry == null) {
                    throw new IllegalArgumentException("No icon is called " + name);
                }
                var svg = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                sprite.append(symbol(name, svg));
            }
        }
        return sprite.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> icons() throws IOException {
        return Files.readAllLines(frontend.resolve("icons.txt")).stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .sorted()
                .distinct()
                .toList();
    }

    private static String symbol(String name, String svg) {
        var drawing = svg.substring(svg.indexOf('>') + 1, svg.lastIndexOf("</svg>"));
        return "<symbol id=\""
                + name
                + "\" viewBox=\"0 0 24 24\">"
                + drawing.replaceAll("<path stroke=\"none\"[^>]*/>", "").replaceAll(">\\s+<", "><").strip()
                + "</symbol>\n";
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private void write(String name, byte[] content) throws Exception {
        var hash = MessageDigest.getInstance("SHA-256").digest(content);
        var dot = name.lastIndexOf('.');
        var hashed =
                name.substring(0, dot)
                        + "-"
                        + HexFormat.of().formatHex(hash, 0, 5)
                        + name.substring(dot);
        Files.write(out.resolve(hashed), content);
        Files.write(out.resolve(hashed + ".gz"), zipped(content));
        names.put(name, hashed);
    }

    private static byte[] zipped(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip =
                new GZIPOutputStream(bytes) {
                    {
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                }) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
