package app.clientele.bench;

/** Says how long each step took. */
final class Timing {
    private long from = System.nanoTime();

    void lap(String what) {
        long now = System.nanoTime();
        System.out.printf("%-12s %8.1f s%n", what, (now - from) / 1e9);
        from = now;
    }
}
