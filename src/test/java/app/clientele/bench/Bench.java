package app.clientele.bench;

/**
 * What bin/bench calls: {@code load <size>}, {@code run <size> [seconds] [repeats]} or {@code
 * import <rows>}.
 */
final class Bench {
    private Bench() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "load" -> new Load(home(args)).run();
            case "run" -> new Run(home(args), number(args, 2, 20), number(args, 3, 3)).run();
            case "import" -> new ImportRun(number(args, 1, 1_000_000)).run();
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.exit(0);
    }

    private static BenchHome home(String[] args) {
        return new BenchHome(Size.of(args[1]));
    }

    private static int number(String[] args, int place, int otherwise) {
        return args.length > place ? Integer.parseInt(args[place]) : otherwise;
    }
}
