package dev.vitrine.render.text;

/**
 * How letters look.
 *
 * @param font the name of the face; empty for the default one
 * @param points the size that was asked for; raised and lowered letters are smaller
 * @param lift above the line in points, negative below it; beside what {@code script} adds
 * @param argb straight color
 */
public record TextStyle(
        String font, Marks marks, double points, Script script, double lift, Spacing spacing, int argb) {
    private static final double SCRIPT_SIZE = 0.6;

    /** 12 points, black. */
    public static final TextStyle PLAIN = new TextStyle(
            "",
            new Marks(false, false, false, false, Caps.NONE, false),
            12,
            Script.NONE,
            0,
            new Spacing(0, 1, 1, 0.5),
            0xff000000);

    /** Whether letters are raised or lowered as a whole. */
    public enum Script {
        NONE(0),
        SUPER(0.35),
        SUB(-0.15);

        private final double rise;

        Script(double rise) {
            this.rise = rise;
        }
    }

    /** What small letters become. */
    public enum Caps {
        NONE,
        ALL,
        /** Capitals that are not as high. */
        SMALL
    }

    /** What is switched on and off. {@code backwards} letters run from right to left. */
    public record Marks(
            boolean bold, boolean italic, boolean underlined, boolean struck, Caps caps, boolean backwards) {}

    /**
     * How letters stand.
     *
     * @param tracking added behind each, in points
     * @param across how much wider they are
     * @param down how much higher they are
     * @param kerned the size in points from which on pairs are moved together; infinite for never
     */
    public record Spacing(double tracking, double across, double down, double kerned) {}

    public boolean bold() {
        return marks.bold;
    }

    public boolean italic() {
        return marks.italic;
    }

    /** The size that letters have, in points. */
    public double size() {
        return script == Script.NONE ? points : points * SCRIPT_SIZE;
    }

    /** How far letters stand above the line, in points. */
    public double rise() {
        return lift + points * script.rise;
    }

    TextStyle withFont(String name) {
        return new TextStyle(name, marks, points, script, lift, spacing, argb);
    }

    TextStyle withMarks(Marks other) {
        return new TextStyle(font, other, points, script, lift, spacing, argb);
    }

    TextStyle withBold(boolean on) {
        return withMarks(new Marks(on, marks.italic, marks.underlined, marks.struck, marks.caps, marks.backwards));
    }

    TextStyle withItalic(boolean on) {
        return withMarks(new Marks(marks.bold, on, marks.underlined, marks.struck, marks.caps, marks.backwards));
    }

    TextStyle withUnderline(boolean on) {
        return withMarks(new Marks(marks.bold, marks.italic, on, marks.struck, marks.caps, marks.backwards));
    }

    TextStyle withStrike(boolean on) {
        return withMarks(new Marks(marks.bold, marks.italic, marks.underlined, on, marks.caps, marks.backwards));
    }

    TextStyle withCaps(Caps caps) {
        return withMarks(new Marks(marks.bold, marks.italic, marks.underlined, marks.struck, caps, marks.backwards));
    }

    TextStyle withBackwards(boolean on) {
        return withMarks(new Marks(marks.bold, marks.italic, marks.underlined, marks.struck, marks.caps, on));
    }

    TextStyle withPoints(double size) {
        return new TextStyle(font, marks, size, script, lift, spacing, argb);
    }

    TextStyle withScript(Script other) {
        return new TextStyle(font, marks, points, other, lift, spacing, argb);
    }

    TextStyle withLift(double height) {
        return new TextStyle(font, marks, points, script, height, spacing, argb);
    }

    TextStyle withTracking(double points) {
        return withSpacing(new Spacing(points, spacing.across, spacing.down, spacing.kerned));
    }

    TextStyle withAcross(double factor) {
        return withSpacing(new Spacing(spacing.tracking, factor, spacing.down, spacing.kerned));
    }

    TextStyle withDown(double factor) {
        return withSpacing(new Spacing(spacing.tracking, spacing.across, factor, spacing.kerned));
    }

    TextStyle withKerning(double points) {
        return withSpacing(new Spacing(spacing.tracking, spacing.across, spacing.down, points));
    }

    private TextStyle withSpacing(Spacing other) {
        return new TextStyle(font, marks, points, script, lift, other, argb);
    }

    TextStyle withColor(int color) {
        return new TextStyle(font, marks, points, script, lift, spacing, color);
    }
}
