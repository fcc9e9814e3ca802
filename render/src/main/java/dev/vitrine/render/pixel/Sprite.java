package dev.vitrine.render.pixel;

/** A picture with a place in the view: its top-left pixel lies on view pixel {@code x,y}; outside it is transparent. */
public record Sprite(int x, int y, PixelBuffer pixels) {
    public Region region() {
        return new Region(x, y, pixels.width(), pixels.height());
    }
}
