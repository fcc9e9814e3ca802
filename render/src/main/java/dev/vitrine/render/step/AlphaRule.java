package dev.vitrine.render.step;

import java.util.List;

/** What the reply's alpha means, and so which of the photograph's pixels the canvas begins with. */
public sealed interface AlphaRule {
    String text();

    /** The whole picture, opaque. */
    record Opaque() implements AlphaRule {
        @Override
        public String text() {
            return "opaque";
        }
    }

    /**
     * Only what these standard objects cover, and what is drawn over it.
     *
     * @param name who they are, for people
     */
    record Covered(String name, List<Subject> objects) implements AlphaRule {
        public Covered {
            objects = List.copyOf(objects);
        }

        @Override
        public String text() {
            return name + " (" + objects.size() + (objects.size() == 1 ? " object)" : " objects)");
        }
    }
}
