package dev.vitrine.catalog;

import java.util.Random;
import java.util.function.Consumer;

/** Texts put together from pieces, the same ones in every run; {@code -Dvitrine.fuzz.factor=100} makes a hundred times as many. */
public final class Fuzz {
    private static final int FACTOR = Integer.getInteger("vitrine.fuzz.factor", 1);

    private final Random random;
    private final String[] pieces;

    /** Texts of these pieces; the seed decides which. */
    public Fuzz(long seed, String... pieces) {
        this.random = new Random(seed);
        this.pieces = pieces.clone();
    }

    public Random random() {
        return random;
    }

    /** A text of fewer than this many pieces. */
    public String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    /** Tries something with one text after the other. */
    public void rounds(int usual, int most, Consumer<String> trial) {
        for (int i = 0; i < usual * FACTOR; i++) {
            trial.accept(text(most));
        }
    }
}
