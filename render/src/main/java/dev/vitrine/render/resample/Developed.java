package dev.vitrine.render.resample;

import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Optional;

/**
 * A reply, and where it may differ from the developed photograph if that is known. What does not differ may have to be put in its
 * place yet, which whoever needs only a part of it can spare. For one thread.
 */
public final class Developed {
    private final PixelBuffer pixels;
    private final Optional<Pieces> changed;

    /** What is to be put around what changed. */
    private Optional<PixelBuffer> rest;

    private Developed(PixelBuffer pixels, Optional<Pieces> changed, Optional<PixelBuffer> rest) {
        this.pixels = pixels;
        this.changed = changed;
        this.rest = rest;
    }

    static Developed whole(PixelBuffer pixels, Optional<Pieces> changed) {
        return new Developed(pixels, changed, Optional.empty());
    }

    /**
     * A reply that is there where it changed.
     *
     * @param rest the developed photograph
     */
    static Developed part(PixelBuffer pixels, Pieces changed, PixelBuffer rest) {
        return new Developed(pixels, Optional.of(changed), Optional.of(rest));
    }

    /** The whole reply; perhaps shared, so not to be written to. */
    public PixelBuffer pixels() {
        rest.ifPresent(other -> pixels.pasteAround(changed.orElseThrow(), other));
        rest = Optional.empty();
        return pixels;
    }

    /** The reply, of which only the squares of this side need be there that hold what changed; see {@link Pieces#squares}. */
    public PixelBuffer squares(int side) {
        rest.ifPresent(other -> {
            Pieces part = changed.orElseThrow();
            pixels.pasteAround(part, other, part.squares(side), side);
        });
        return pixels;
    }

    /** Holds all pixels that differ from the developed photograph; the picture is opaque then. */
    public Optional<Pieces> changed() {
        return changed;
    }
}
