package dev.vitrine.render.step;

import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.SourceColors;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.render.texture.Laying;
import java.util.Optional;

/** Where the pixels of a texture or decal come from, as planned. */
public sealed interface Picture {
    String text();

    /**
     * An image file.
     *
     * @param colors absent where its samples are numbers and no colors
     */
    record File(SourceFile file, Optional<SourceColors> colors) implements Picture {
        @Override
        public String text() {
            return file.name();
        }
    }

    /** A file within a vignette's package. */
    record Packed(SourceFile vignette, String path) implements Picture {
        @Override
        public String text() {
            return vignette.name() + ":" + path;
        }
    }

    /** Tiles laid beside each other; repeated straight. */
    record Laid(Picture tile, Laying laying) implements Picture {
        @Override
        public String text() {
            return tile.text() + laying.text();
        }
    }

    /** A tile for a border: repeated to the left and right, with room above and below. */
    record Frieze(Picture tile) implements Picture {
        @Override
        public String text() {
            return tile.text();
        }
    }

    /** A file of a style package. */
    record Packaged(SourceFile container, String file) implements Picture {
        @Override
        public String text() {
            return container.name() + ":" + file;
        }
    }

    /** A picture scaled to the size of another one, which it belongs to. */
    record Matched(Picture picture, Picture model) implements Picture {
        @Override
        public String text() {
            return picture.text();
        }
    }

    /** The view of a scene at one of its levels. */
    record Photograph(SourceFile vignette, int level) implements Picture {
        @Override
        public String text() {
            return vignette.name();
        }
    }

    /** The picture of an Image Serving request. */
    record Served(ResolvedServing request) implements Picture {
        @Override
        public String text() {
            return "{is " + request.object().map(o -> o.name()).orElse(request.catalog()) + " "
                    + request.layers().size() + " layers}";
        }
    }

    /** The result of another plan. {@code key} is the identity of the request behind it. */
    record Planned(String key, RenderPlan plan) implements Picture {
        @Override
        public String text() {
            return "{" + plan.name() + " " + plan.replySize() + "}";
        }
    }
}
