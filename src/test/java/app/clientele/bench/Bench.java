package app.clientele.bench;

/** What bin/bench calls: {@code load <size>} or {@code run <size> [seconds] [repeats]}. */
final class Bench {
    private Bench() {}

    public static void main(String[] args) throws Exception {
        BenchHome home = new BenchHome(Size.of(args[1]));
        switch (args[0]) {
            case "load" -> new Load(home).run();
            case "run" -> new Run(home, number(args, 2, 20), number(args, 3, 3)).run();
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.exit(0);
    }

    private static int number(String[] args, int place, int otherwise) {
        return args.length > place ? Integer.parseInt(args[place]) : otherwise;
    }
}
