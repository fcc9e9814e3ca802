package dev.vitrine.render.texture;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.resample.Kernel;
import dev.vitrine.render.resample.Premultiplied;
import dev.vitrine.render.resample.Resampler;
import java.util.Optional;

/** How a picture's smaller sizes are made: the protocol's resizing modes. All but {@link #USUAL} make each from the full one. */
public enum Resizing {
    /** The pixel in the middle of each new one: aliases. */
    NEAREST(Optional.empty()),
    /** A tent: soft. */
    BILINEAR(Optional.of(Kernel.BILINEAR)),
    BICUBIC(Optional.of(Kernel.BICUBIC)),
    /** As {@link MipMap} does by itself. */
    USUAL(Optional.empty()),
    LANCZOS(Optional.of(Kernel.LANCZOS));

    private final Optional<Kernel> kernel;

    Resizing(Optional<Kernel> kernel) {
        this.kernel = kernel;
    }

    /** A level at another size, made in this way; itself at its own. */
    MipMap.Level resize(MipMap.Level full, Size to, Edge edge) {
        Size from = new Size(full.width(), full.height());
        if (from.equals(to)) {
            return full;
        }
        int[] texels = kernel.map(k -> new Resampler(k, edge).scale(full.texels(), from, to, Deadline.never()))
                .map(Premultiplied::withinAlpha)
                .orElseGet(() -> nearest(full, to));
        return new MipMap.Level(to.width(), to.height(), texels);
    }

    private static int[] nearest(MipMap.Level full, Size to) {
        int[] out = new int[to.width() * to.height()];
        for (int y = 0; y < to.height(); y++) {
            int row = middle(y, full.height(), to.height()) * full.width();
            for (int x = 0; x < to.width(); x++) {
                out[y * to.width() + x] = full.texels()[row + middle(x, full.width(), to.width())];
            }
        }
        return out;
    }

    private static int middle(int i, int from, int to) {
        return (int) ((2L * i + 1) * from / (2L * to));
    }
}
