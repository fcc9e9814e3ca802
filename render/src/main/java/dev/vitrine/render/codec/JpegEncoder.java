package dev.vitrine.render.codec;

import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.render.pixel.PixelBuffer;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * JPEG with 4:2:0 or 4:4:4 chroma; what is transparent becomes black. Baseline files come from {@link BaselineJpeg} or, where
 * that is wanted, from the system's library; progressive ones from the JDK's encoder.
 */
final class JpegEncoder implements Encoder {
    private static final String METADATA = "javax_imageio_jpeg_image_1.0";
    static final String WRITER = "com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi";
    private static final int DOTS_PER_INCH = 1;

    private final boolean progressive;

    JpegEncoder(boolean progressive) {
        this.progressive = progressive;
    }

    @Override
    public byte[] encode(PixelBuffer pixels, EncodeSettings settings) {
        return progressive ? library(pixels, settings) : own(pixels, settings);
    }

    private static byte[] own(PixelBuffer pixels, EncodeSettings settings) {
        JpegQuality quality = settings.quality();
        int[] rgb = OverBlack.flatten(pixels);
        return settings.system()
                .flatMap(system -> system.encode(pixels.width(), pixels.height(), rgb, quality, false))
                .map(file -> JpegMarks.withDensity(file, settings.dpi()))
                .orElseGet(() -> new BaselineJpeg(
                                pixels.width(), pixels.height(), rgb, quality.quality(), quality.fullChroma())
                        .encode(density(settings.dpi())));
    }

    static int density(double dpi) {
        return (int) Math.max(1, Math.min(65535, Math.round(dpi)));
    }

    /** By the JDK's encoder: progressive, or as a yardstick. */
    byte[] library(PixelBuffer pixels, EncodeSettings settings) {
        BufferedImage image = wrap(pixels, OverBlack.flatten(pixels));
        ByteArrayOutputStream out = new ByteArrayOutputStream(image.getWidth() * image.getHeight() / 4 + 1024);
        ImageWriter writer = LibraryWriter.of(WRITER);
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(settings.quality().quality() / 100f);
            param.setOptimizeHuffmanTables(true);
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata(writer, image, param, settings)), param);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** An image over the array itself. */
    private static BufferedImage wrap(PixelBuffer pixels, int[] rgb) {
        DirectColorModel model = new DirectColorModel(24, 0xff0000, 0xff00, 0xff);
        int width = pixels.width();
        WritableRaster raster = Raster.createPackedRaster(
                new DataBufferInt(rgb, rgb.length), width, pixels.height(), width, model.getMasks(), null);
        return new BufferedImage(model, raster, false, null);
    }

    private static IIOMetadata metadata(
            ImageWriter writer, BufferedImage image, JPEGImageWriteParam param, EncodeSettings settings)
            throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
        Node tree = metadata.getAsTree(METADATA);
        Element jfif = (Element) descendants(tree, "app0JFIF").item(0);
        String density = Integer.toString(density(settings.dpi()));
        jfif.setAttribute("resUnits", Integer.toString(DOTS_PER_INCH));
        jfif.setAttribute("Xdensity", density);
        jfif.setAttribute("Ydensity", density);
        Element luma = (Element) descendants(tree, "componentSpec").item(0);
        String sampling = settings.quality().fullChroma() ? "1" : "2";
        luma.setAttribute("HsamplingFactor", sampling);
        luma.setAttribute("VsamplingFactor", sampling);
        metadata.setFromTree(METADATA, tree);
        return metadata;
    }

    private static NodeList descendants(Node tree, String name) {
        return ((Element) tree).getElementsByTagName(name);
    }
}
