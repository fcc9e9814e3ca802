package dev.vitrine.render.scene;

/** What can hang at a window. */
public enum CoveringKind {
    HORIZONTAL_BLINDS("horizontalBlinds"),
    VERTICAL_BLINDS("verticalBlinds"),
    SHORT_DRAPES("shortDrapes"),
    LONG_DRAPES("longDrapes"),
    CAFE_CURTAINS("cafeCurtains"),
    VALANCE("valance");

    private final String token;

    CoveringKind(String token) {
        this.token = token;
    }

    /** How a manifest spells it. */
    public String token() {
        return token;
    }
}
