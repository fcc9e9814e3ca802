package dev.vitrine.render.pixel;

/** A picture with a place in the view: its top-left pixel lies on view pixel {@code x,y}; outside it is transparent. */
public record Sprite(int x, int y, PixelBuffer pixels) {
    public Region region() {
        return new Region(x, y, pixels.width(), pixels.height());
    }

    /** Its alpha alone. */
    public Mask coverage() {
        byte[] coverage = new byte[pixels.argb().length];
        for (int i = 0; i < coverage.length; i++) {
            coverage[i] = (byte) (pixels.argb()[i] >>> 24);
        }
        return new Mask(region(), coverage);
    }
}
