package app.clientele.imports.reading;

/**
 * What a file may ask of the machine.
 *
 * @param maxRows rows in the file, header included
 * @param maxColumns cells in a row
 * @param maxCellLength characters in a cell
 * @param maxUnpackedBytes of all parts of a workbook together
 * @param maxSharedStringBytes of the text table of a workbook, which is held in memory
 * @param maxParts files inside a workbook
 * @param maxRatio unpacked to packed bytes of one part beyond its first {@link #RATIO_FREE_BYTES}
 */
public record Limits(
        int maxRows,
        int maxColumns,
        int maxCellLength,
        long maxUnpackedBytes,
        long maxSharedStringBytes,
        int maxParts,
        int maxRatio) {
    static final long RATIO_FREE_BYTES = 4L << 20;

    public static final Limits STANDARD =
            new Limits(2_000_000, 200, 100_000, 4L << 30, 64L << 20, 2_000, 200);
}
