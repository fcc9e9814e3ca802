package dev.vitrine.render.plan;

import dev.vitrine.render.scene.Illumination;
import dev.vitrine.render.step.DrawDecal;
import dev.vitrine.render.step.Finish;
import java.util.Optional;

/** What an object wears at this point of a request. */
record Dress(Optional<Worn> material, Optional<DrawDecal> decal) {
    static final Dress NONE = new Dress(Optional.empty(), Optional.empty());

    /** A finish and the map that lights it. */
    record Worn(Finish finish, Illumination light) {}

    Dress with(Worn worn) {
        return new Dress(Optional.of(worn), decal);
    }

    Dress with(DrawDecal drawn) {
        return new Dress(material, Optional.of(drawn));
    }
}
