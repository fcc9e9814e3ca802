package dev.vitrine.render.scene;

/** The protocol's kinds of objects. */
public enum ObjectType {
    FLAT("flat", true),
    PLANAR("planar", true),
    FLOWLINE("flowline", true),
    SKETCH("sketch", true),
    WALL("wall", true),
    CABINET("cabinet", true),
    APPLIANCE("appliance", true),
    DOOR("door", true),
    NON_TEXTURABLE("nontexturable", false),
    STATIC("static", false),
    STATIC_OVERLAP("staticOverlap", false),
    WINDOW_FRAME("windowFrame", false);

    private final String token;
    private final boolean texturable;

    ObjectType(String token, boolean texturable) {
        this.token = token;
        this.texturable = texturable;
    }

    /** How a manifest spells it. */
    public String token() {
        return token;
    }

    /** Whether objects of this type take textures (unless one says {@code noTexture}). */
    public boolean isTexturable() {
        return texturable;
    }

    /** Whether any material can be applied. */
    public boolean isRenderable() {
        return this != STATIC && this != STATIC_OVERLAP;
    }
}
