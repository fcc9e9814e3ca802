package dev.vitrine.render.codec;

import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Decodes plain JPEG files, whole or smaller by 2, 4 or 8: then each pixel is the mean of those that it stands for, found from the
 * coefficients and not from pixels. Chroma of half resolution is filled in as most readers do it, with three parts of the nearer
 * and one of the further sample along each direction.
 */
final class JpegReader {
    private final JpegFrame frame;
    private final JpegIntervals intervals;
    private final int factor;
    private final JpegFrame.Component[] components;
    private final JpegBits bits;
    private final JpegInverse[][] inverse;
    private final int[] before;
    private final int units;
    private final int unitRows;
    private int unit;
    private int interval;

    private JpegReader(JpegFrame frame, JpegIntervals intervals, int factor) {
        this.frame = frame;
        this.intervals = intervals;
        this.factor = factor;
        this.bits = new JpegBits(intervals.data());
        this.units = (frame.width() + 8 * frame.across() - 1) / (8 * frame.across());
        this.unitRows = (frame.height() + 8 * frame.down() - 1) / (8 * frame.down());
        this.components = frame.components().toArray(new JpegFrame.Component[0]);
        this.before = new int[components.length];
        this.inverse = new JpegInverse[components.length][];
        for (int c = 0; c < inverse.length; c++) {
            JpegFrame.Component component = components[c];
            inverse[c] = new JpegInverse[component.down()];
            for (int v = 0; v < component.down(); v++) {
                inverse[c][v] = new JpegInverse(
                        units,
                        component.across(),
                        samples(frame.across(), component.across()),
                        samples(frame.down(), component.down()),
                        component.quantization());
            }
        }
    }

    /** How many samples of a block along one direction are made, of eight; chroma makes up for its resolution where it can. */
    private int samples(int most, int own) {
        return Math.min(8, 8 * most / own / factor);
    }

    /**
     * The picture, or nothing where its data are not sound.
     *
     * @param factor 1, 2, 4 or 8; divides width and height
     */
    static Optional<PixelBuffer> read(JpegFrame frame, int factor) {
        long blocks = (long) frame.width() * frame.height() / 64;
        return frame.intervals()
                .filter(intervals -> intervals.length() >= blocks / 4) // no block has less than two bits
                .flatMap(intervals -> new JpegReader(frame, intervals, factor).picture());
    }

    private Optional<PixelBuffer> picture() {
        PixelBuffer out = PixelBuffer.blank(frame.width() / factor, frame.height() / factor);
        JpegPixels pixels = new JpegPixels(frame, factor, units, out);
        for (int row = 0; row < unitRows; row++) {
            for (int n = 0; n < units; n++) {
                unit(n);
            }
            if (!bits.isSound()) {
                return Optional.empty();
            }
            int[][][] samples = new int[inverse.length][][];
            for (int c = 0; c < inverse.length; c++) {
                samples[c] = rows(inverse[c]);
            }
            pixels.add(samples);
        }
        pixels.finish();
        return Optional.of(out.fixed());
    }

    private static int[][] rows(JpegInverse[] inverse) {
        if (inverse.length == 1) {
            return inverse[0].transform();
        }
        int[][] upper = inverse[0].transform();
        int[][] lower = inverse[1].transform();
        int[][] all = new int[2 * upper.length][];
        System.arraycopy(upper, 0, all, 0, upper.length);
        System.arraycopy(lower, 0, all, upper.length, lower.length);
        return all;
    }

    private void unit(int n) {
        if (unit == 0 && (interval == 0 || frame.restart() > 0)) {
            restart();
        }
        for (int c = 0; c < inverse.length; c++) {
            JpegFrame.Component component = components[c];
            int blocks = component.across();
            for (JpegInverse each : inverse[c]) {
                for (int h = 0; h < blocks; h++) {
                    before[c] = bits.block(component.means(), component.others(), each, h * units + n, before[c]);
                }
            }
        }
        unit = unit + 1 == frame.restart() ? 0 : unit + 1;
    }

    private void restart() {
        boolean isThere = interval < intervals.count();
        bits.start(
                isThere ? intervals.ends().get(interval) : 0,
                isThere ? intervals.ends().get(interval + 1) : 0);
        interval++;
        Arrays.fill(before, 0);
    }
}
