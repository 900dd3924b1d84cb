package app.clientele.calendar.online;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * With what somebody came, as far as their browser says.
 *
 * @param address of their connection; kept as a hash
 */
public record Visitor(Device device, String browser, @Nullable String address) {
    /** What they hold in their hands. */
    public enum Device {
        PHONE,
        TABLET,
        COMPUTER,
        PROGRAM;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whoever a program speaks for. */
    public static final Visitor BY_PROGRAM = new Visitor(Device.PROGRAM, "", null);

    /** Reads the name that a browser gives itself, and keeps no more of it than its family. */
    public static Visitor of(@Nullable String agent, String address) {
        String told = agent == null ? "" : agent;
        return new Visitor(device(told), browser(told), address);
    }

    private static Device device(String agent) {
        if (agent.contains("iPad") || agent.contains("Android") && !agent.contains("Mobile")) {
            return Device.TABLET;
        }
        return agent.contains("Mobi") || agent.contains("iPhone") ? Device.PHONE : Device.COMPUTER;
    }

    /** Most say that they are Safari as well, and all but Firefox that they are Chrome. */
    private static String browser(String agent) {
        for (String name : new String[] {"Firefox", "Edg", "OPR", "Chrome", "Safari"}) {
            if (agent.contains(name + "/")) {
                return switch (name) {
                    case "Edg" -> "Edge";
                    case "OPR" -> "Opera";
                    default -> name;
                };
            }
        }
        return "";
    }
}
