package app.clientele.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of its own, to be killed. */
public record OtherJvm(Process process, BufferedReader output) implements AutoCloseable {

    public static OtherJvm run(Class<?> main, String... arguments) throws IOException {
        return run(List.of(), main, arguments);
    }

    public static OtherJvm run(List<String> options, Class<?> main, String... arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new OtherJvm(process, process.inputReader());
    }

    /** What it printed up to and with the first line that begins so; all of it when none does. */
    public List<String> readUntil(String beginning) throws IOException {
        var lines = new ArrayList<String>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith(beginning)) {
                break;
            }
        }
        return lines;
    }

    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly(); // unlike the process's own it leaves the output
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
