package dev.vitrine.render.step;

import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.scene.Layer;
import java.util.Optional;

/**
 * An overlap object is drawn as its author left it.
 *
 * @param counts whether it belongs to what the reply shows; otherwise it only hides what lies below
 */
public record DrawImage(Subject subject, Layer image, boolean counts) implements Step {
    private static final int ROWS_PER_CHECK = 32;

    @Override
    public String text() {
        return (counts ? "overlap " : "hide behind ") + subject.path() + " as it is";
    }

    @Override
    public void draw(Canvas canvas, Studio studio) {
        Sprite sprite = studio.sprite(image);
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
        return counts ? Optional.of(studio.sprite(image).pieces(studio.size())) : Optional.empty();
    }

    private void lay(Canvas canvas, int at, int p) {
        float coverage = (p >>> 24) / 255f;
        if (counts) {
            canvas.over(at, p >> 16 & 255, p >> 8 & 255, p & 255, coverage);
        } else {
            canvas.erase(at, coverage);
        }
    }
}
