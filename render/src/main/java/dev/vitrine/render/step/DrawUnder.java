package dev.vitrine.render.step;

import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.scene.Overlap.Blend;
import dev.vitrine.render.scene.Overlap.Under;
import java.util.Locale;
import java.util.Optional;

/**
 * A shadow or reflection below an overlap object. In a normal blend it is part of the picture like the object itself; other
 * blends, and those of objects that the reply does not show, only tint what is there.
 *
 * @param counts whether the object belongs to what the reply shows
 */
public record DrawUnder(Subject subject, Under under, boolean counts) implements Step {
    private static final int ROWS_PER_CHECK = 32;

    @Override
    public String text() {
        return "under " + subject.path() + " " + (under.shadow() ? "shadow " : "")
                + under.layer().file() + " "
                + under.blend().name().toLowerCase(Locale.ROOT)
                + Numbers.unless(under.opacity(), 1, " opacity ");
    }

    @Override
    public void draw(Canvas canvas, Studio studio) {
        Sprite sprite = under.shadow() ? shadow(studio.mask(under.layer())) : studio.sprite(under.layer());
        Region seen = sprite.region().intersect(studio.frame());
        for (int y = seen.y(); y < seen.bottom(); y++) {
            if ((y - seen.y()) % ROWS_PER_CHECK == 0) {
                studio.deadline().check();
            }
            for (int x = seen.x(); x < seen.right(); x++) {
                int p = sprite.pixels().at(x - sprite.x(), y - sprite.y());
                if (p >>> 24 != 0) {
                    lay(canvas, y * canvas.width() + x, p);
                }
            }
        }
    }

    @Override
    public Optional<Pieces> touched(Studio studio) {
        return Optional.of(
                under.shadow()
                        ? studio.mask(under.layer()).pieces(studio.size())
                        : studio.sprite(under.layer()).pieces(studio.size()));
    }

    private void lay(Canvas canvas, int at, int p) {
        float coverage = (p >>> 24) / 255f * (float) under.opacity();
        int c = canvas.at(at);
        float red = blend(p >> 16 & 255, c >> 16 & 255);
        float green = blend(p >> 8 & 255, c >> 8 & 255);
        float blue = blend(p & 255, c & 255);
        if (counts && under.blend() == Blend.NORMAL) {
            canvas.over(at, red, green, blue, coverage);
        } else {
            canvas.mix(at, red, green, blue, coverage);
        }
    }

    private float blend(int over, int below) {
        return switch (under.blend()) {
            case NORMAL -> over;
            case MULTIPLY -> over * below / 255f;
            case SCREEN -> 255 - (255 - over) * (255 - below) / 255f;
        };
    }

    /** Black with the mask as its alpha. An empty one is one transparent pixel. */
    private static Sprite shadow(Mask mask) {
        Region region = mask.region();
        if (region.isEmpty()) {
            return new Sprite(0, 0, PixelBuffer.blank(1, 1));
        }
        PixelBuffer black = PixelBuffer.blank(region.width(), region.height());
        for (int i = 0; i < mask.coverage().length; i++) {
            black.argb()[i] = (mask.coverage()[i] & 0xff) << 24;
        }
        return new Sprite(region.x(), region.y(), black);
    }
}
