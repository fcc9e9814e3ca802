package dev.vitrine.render.plan;

import dev.vitrine.render.shade.Lighting;
import dev.vitrine.render.step.DrawDecal;
import dev.vitrine.render.step.Finish;
import java.util.Optional;

/** What an object wears at this point of a request. */
record Dress(Optional<Worn> material, Optional<DrawDecal> decal) {
    static final Dress NONE = new Dress(Optional.empty(), Optional.empty());

    /** A finish and how it is lit. */
    record Worn(Finish finish, Lighting light) {}

    Dress with(Worn worn) {
        return new Dress(Optional.of(worn), decal);
    }

    Dress with(DrawDecal drawn) {
        return new Dress(material, Optional.of(drawn));
    }
}
