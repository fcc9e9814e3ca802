package dev.vitrine.render.codec;

import dev.vitrine.render.pixel.PixelBuffer;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** GIF by the JDK's encoder: up to 256 colors, or up to 255 and a transparent one. */
final class GifEncoder implements Encoder {
    private static final String WRITER = "com.sun.imageio.plugins.gif.GIFImageWriterSpi";

    private final boolean alpha;

    GifEncoder(boolean alpha) {
        this.alpha = alpha;
    }

    @Override
    public byte[] encode(PixelBuffer pixels, EncodeSettings settings) {
        Quantizer.Transparency transparency = alpha ? Quantizer.Transparency.KEY : Quantizer.Transparency.NONE;
        BufferedImage image = image(new Quantizer(settings.quantization(), transparency).quantize(pixels));
        ByteArrayOutputStream out = new ByteArrayOutputStream(image.getWidth() * image.getHeight() / 2 + 1024);
        ImageWriter writer = LibraryWriter.of(WRITER);
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DISABLED); // interlaced pictures of few rows come out wrong
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static BufferedImage image(Indexed picture) {
        int[] palette = picture.palette();
        int transparent = palette[0] >>> 24 == 0 ? 0 : -1;
        IndexColorModel colors = new IndexColorModel(8, palette.length, palette, 0, false, transparent, 0);
        BufferedImage image =
                new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_INDEXED, colors);
        image.getRaster().setDataElements(0, 0, picture.width(), picture.height(), picture.indexes());
        return image;
    }
}
