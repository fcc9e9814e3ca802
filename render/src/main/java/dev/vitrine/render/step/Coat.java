package dev.vitrine.render.step;

import dev.vitrine.render.shade.Sheen;
import java.util.Optional;

/**
 * What reflects on one object.
 *
 * @param worn absent where the object shows what the photograph does
 */
public record Coat(Subject subject, Optional<Worn> worn, Optional<DrawDecal> decal) {
    /** A finish, and how it shines. */
    public record Worn(Finish finish, Sheen sheen) {}

    String text() {
        return subject.path()
                + worn.map(w -> " " + w.sheen().text()).orElse("")
                + decal.map(d -> " decal " + d.light().sheen().text()).orElse("");
    }
}
