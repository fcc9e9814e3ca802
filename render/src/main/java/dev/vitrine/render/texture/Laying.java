package dev.vitrine.render.texture;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.value.Color;
import java.util.Optional;
import java.util.Random;

/**
 * How tiles are laid beside each other ({@code repeat=}), and what is between them ({@code grout=}).
 *
 * <p>The protocol only names its modes. Here they mean the following; {@code w} and {@code h} are the tile's sides with its
 * grout, {@code i} the column (strip) from the left and {@code j} the row from the top, both counted from the tile that holds
 * the anchor, which always lies as it is. Ways are rounded to whole pixels of the tile.
 *
 * <table>
 * <caption>Tile (i, j)</caption>
 * <tr><td>0</td><td>straight: as it is</td></tr>
 * <tr><td>1</td><td>4-way random: one of the four quarter turns of a square tile; another one is kept, mirrored along either
 *     side, or both (half a turn)</td></tr>
 * <tr><td>2</td><td>8-way random: the quarter turns and their mirror images; for a tile that is not square like 1</td></tr>
 * <tr><td>3</td><td>diamond: straight, but the whole floor is turned by 45 degrees about the anchor</td></tr>
 * <tr><td>4 5 6 7</td><td>quarter, third, half and fifth drop: strip i hangs i h/4, i h/3, i h/2, i h/5 lower</td></tr>
 * <tr><td>8</td><td>reverse hanging: every other strip hangs upside down (half a turn)</td></tr>
 * <tr><td>9</td><td>random hanging: each strip hangs somewhat lower, and upright or upside down</td></tr>
 * <tr><td>10</td><td>random drop: each column lies somewhat lower</td></tr>
 * <tr><td>11</td><td>random across: each row lies somewhat to the right</td></tr>
 * <tr><td>12</td><td>half across: every other row lies w/2 to the right, like bricks</td></tr>
 * <tr><td>13</td><td>mirror: odd columns are mirrored left to right, odd rows top to bottom, so that every edge meets
 *     itself</td></tr>
 * </table>
 *
 * <p>The rest make a new texture of a picture that does not repeat by itself ({@link Quilt}); the patch at the anchor lies as
 * it is in the picture's top left.
 *
 * <table>
 * <caption>Patches</caption>
 * <tr><td>14 15 16</td><td>random patches of a half, a quarter, three quarters of the picture</td></tr>
 * <tr><td>17</td><td>random only from left to right: strips of the picture's whole height, repeated straight down</td></tr>
 * <tr><td>18</td><td>random only from top to bottom: strips of its whole width</td></tr>
 * <tr><td>19</td><td>the picture as a whole, only its edges cut anew, at random, so that they meet</td></tr>
 * </table>
 *
 * <p>What is random is chosen by the seed alone, and comes again after a number of tiles that depends on their size.
 *
 * @param repeat 0 to 19
 * @param seed what the random modes choose by
 */
public record Laying(int repeat, Optional<Joint> grout, long seed) {
    private static final int MODES = 20;
    private static final int QUILTS = 14;
    public static final int DIAMOND = 3;

    /** Pixels that a picture of laid tiles may have; larger tiles are laid at half their size, or a quarter. */
    private static final long MOST_PIXELS = 1 << 24;

    /** Pixels up to which random modes go on before they come again. */
    private static final long RANDOM_PIXELS = 1 << 23;

    /**
     * A joint, pixels of the tile's picture.
     *
     * @param width of the new joint
     * @param authored of the joint in the picture, which is cut away
     */
    public record Joint(Color color, double width, double authored) {}

    public Laying {
        checkArgument(repeat >= 0 && repeat < MODES, "repeat %s", repeat);
    }

    /** Whether the grout of a tile counts in this mode: not in the hangings of wallpaper, but for the half drop. */
    public static boolean isTiling(int repeat) {
        return switch (repeat) {
            case 4, 5, 7, 8, 9 -> false;
            default -> repeat < QUILTS;
        };
    }

    /** The same for a map of gloss: grout is dull. */
    public Laying dull() {
        return new Laying(repeat, grout.map(g -> new Joint(Color.gray(0), g.width(), g.authored())), seed);
    }

    /** Whether a straight repeat of the picture does the same. */
    public boolean isStraight() {
        return grout.isEmpty() && (repeat == 0 || repeat == DIAMOND);
    }

    /** This laying for a tile of this size. */
    public Tiling of(int width, int height) {
        return repeat >= QUILTS ? Quilt.of(repeat, width, height, seed) : tiles(width, height);
    }

    LaidTiles tiles(int width, int height) {
        int level = 0;
        while (true) {
            int w = Math.max(1, (int) Math.ceil(Math.scalb((double) width, -level)));
            int h = Math.max(1, (int) Math.ceil(Math.scalb((double) height, -level)));
            LaidTiles.Cell cell = LaidTiles.Cell.of(w, h, grout, Math.scalb(1.0, -level));
            int columns = columns(cell);
            int rows = rows(cell);
            if (cell.pixels() * columns * rows <= MOST_PIXELS || w * h == 1) {
                return new LaidTiles(level, cell, columns, rows, hangs(cell, columns, rows));
            }
            level++;
        }
    }

    public String text() {
        return " repeat " + repeat
                + grout.map(g -> " grout " + g.color() + " " + Math.rint(g.width() * 100) / 100)
                        .orElse("");
    }

    private int columns(LaidTiles.Cell cell) {
        return switch (repeat) {
            case 1, 2 -> (int) Math.min(16, Math.max(2, Math.sqrt((double) RANDOM_PIXELS / cell.pixels())));
            case 4 -> 4;
            case 5 -> 3;
            case 6, 8, 13 -> 2;
            case 7 -> 5;
            case 9, 10 -> strips(cell);
            default -> 1;
        };
    }

    private int rows(LaidTiles.Cell cell) {
        return switch (repeat) {
            case 1, 2 -> columns(cell);
            case 11 -> strips(cell);
            case 12, 13 -> 2;
            default -> 1;
        };
    }

    private static int strips(LaidTiles.Cell cell) {
        return (int) Math.min(32, Math.max(2, RANDOM_PIXELS / cell.pixels()));
    }

    private Hang[] hangs(LaidTiles.Cell cell, int columns, int rows) {
        Random random = new Random(seed);
        Hang[] hangs = new Hang[columns * rows];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                Hang chosen = hang(cell, i, j, columns, random);
                hangs[j * columns + i] = i == 0 && j == 0 ? Hang.PLAIN : chosen;
            }
        }
        return hangs;
    }

    private Hang hang(LaidTiles.Cell cell, int i, int j, int columns, Random random) {
        int h = cell.height();
        int w = cell.width();
        return switch (repeat) {
            case 1 -> turned(w == h ? QUARTERS[random.nextInt(4)] : random.nextInt(4));
            case 2 -> turned(random.nextInt(w == h ? 8 : 4));
            case 4, 5, 6, 7 -> new Hang(0, (int) Math.rint((double) i * h / columns), 0);
            case 8 -> turned(i % 2 == 0 ? 0 : Hang.MIRROR_X | Hang.MIRROR_Y);
            case 9 -> new Hang(0, random.nextInt(h), random.nextBoolean() ? 0 : Hang.MIRROR_X | Hang.MIRROR_Y);
            case 10 -> new Hang(0, random.nextInt(h), 0);
            case 11 -> new Hang(random.nextInt(w), 0, 0);
            case 12 -> new Hang(j % 2 == 0 ? 0 : w / 2, 0, 0);
            case 13 -> turned((i % 2 == 0 ? 0 : Hang.MIRROR_X) | (j % 2 == 0 ? 0 : Hang.MIRROR_Y));
            default -> Hang.PLAIN;
        };
    }

    private static final int[] QUARTERS = {
        0, Hang.TRANSPOSE | Hang.MIRROR_X, Hang.MIRROR_X | Hang.MIRROR_Y, Hang.TRANSPOSE | Hang.MIRROR_Y
    };

    private static Hang turned(int how) {
        return new Hang(0, 0, how);
    }

    /**
     * How one tile lies: moved within its own place, where what leaves it on one side comes in on the other, after it was
     * transposed and mirrored.
     */
    record Hang(int right, int down, int how) {
        static final int MIRROR_X = 1;
        static final int MIRROR_Y = 2;
        static final int TRANSPOSE = 4;
        static final Hang PLAIN = new Hang(0, 0, 0);

        /** The pixel of the tile, {@code width x height}, that lies at this place. */
        int source(int x, int y, int width, int height) {
            int sx = Math.floorMod(x - right, width);
            int sy = Math.floorMod(y - down, height);
            if ((how & MIRROR_X) != 0) {
                sx = width - 1 - sx;
            }
            if ((how & MIRROR_Y) != 0) {
                sy = height - 1 - sy;
            }
            return (how & TRANSPOSE) != 0 ? sx * width + sy : sy * width + sx;
        }
    }
}
