package dev.vitrine.render.codec;

import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.PixelType;
import java.awt.color.ColorSpace;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
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
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * JPEG of one or four components as they are, by the JDK's encoder: gray, or CMYK without chroma to reduce. Ink is stored
 * inverted behind Adobe's marker, as every reader of such files expects (Adobe technical note 5116), or plain and without the
 * marker inside a TIFF file.
 */
final class BandJpeg {
    private static final String METADATA = "javax_imageio_jpeg_image_1.0";

    private BandJpeg() {}

    /** A file of its own. */
    static byte[] file(Samples samples, JpegQuality quality, boolean progressive) {
        boolean inks = samples.type() == PixelType.CMYK;
        byte[] data = samples.all();
        if (inks) {
            for (int i = 0; i < data.length; i++) {
                data[i] ^= (byte) 0xff;
            }
        }
        return write(samples, data, quality, progressive, inks);
    }

    /** The one strip of a TIFF file. */
    static byte[] strip(Samples samples, JpegQuality quality) {
        return write(samples, samples.all(), quality, false, false);
    }

    private static byte[] write(Samples samples, byte[] data, JpegQuality quality, boolean progressive, boolean adobe) {
        int bands = samples.channels();
        int[] offsets = new int[bands];
        for (int i = 0; i < bands; i++) {
            offsets[i] = i;
        }
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(data, data.length),
                samples.width(),
                samples.height(),
                samples.rowBytes(),
                bands,
                offsets,
                null);
        ColorSpace space = bands == 1 ? ColorSpace.getInstance(ColorSpace.CS_GRAY) : new FourInks();
        ImageTypeSpecifier type = new ImageTypeSpecifier(
                new ComponentColorModel(space, false, false, java.awt.Transparency.OPAQUE, DataBuffer.TYPE_BYTE),
                raster.getSampleModel());
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length / 4 + 1024);
        ImageWriter writer = LibraryWriter.of(JpegEncoder.WRITER);
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality.quality() / 100f);
            param.setOptimizeHuffmanTables(true);
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(stream);
            IIOMetadata metadata = writer.getDefaultImageMetadata(type, param);
            if (bands == 4) {
                metadata.setFromTree(METADATA, inkTree(metadata.getAsTree(METADATA), adobe));
            }
            writer.write(null, new IIOImage(raster, null, metadata), param);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** One set of tables for all components, and Adobe's marker or none. */
    private static Node inkTree(Node tree, boolean adobe) {
        Node sequence = ((Element) tree).getElementsByTagName("markerSequence").item(0);
        for (Node node = sequence.getFirstChild(); node != null; ) {
            Node next = node.getNextSibling();
            if (node.getNodeName().equals("app14Adobe")) {
                sequence.removeChild(node);
            }
            node = next;
        }
        org.w3c.dom.NodeList specs = ((Element) tree).getElementsByTagName("componentSpec");
        for (int i = 0; i < specs.getLength(); i++) {
            Element spec = (Element) specs.item(i);
            spec.setAttribute("HsamplingFactor", "1");
            spec.setAttribute("VsamplingFactor", "1");
            spec.setAttribute("QtableSelector", "0");
        }
        org.w3c.dom.NodeList scans = ((Element) tree).getElementsByTagName("scanComponentSpec");
        for (int i = 0; i < scans.getLength(); i++) {
            Element scan = (Element) scans.item(i);
            scan.setAttribute("dcHuffTable", "0");
            scan.setAttribute("acHuffTable", "0");
        }
        if (adobe) {
            IIOMetadataNode marker = new IIOMetadataNode("app14Adobe");
            marker.setAttribute("version", "100");
            marker.setAttribute("flags0", "0");
            marker.setAttribute("flags1", "0");
            marker.setAttribute("transform", "0");
            sequence.insertBefore(marker, sequence.getFirstChild());
        }
        return tree;
    }

    /** Tells the encoder that there are four components; nothing is ever converted by it. */
    private static final class FourInks extends ColorSpace {
        private static final long serialVersionUID = 1;

        FourInks() {
            super(TYPE_CMYK, 4);
        }

        @Override
        public float[] toRGB(float[] color) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] fromRGB(float[] rgb) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] toCIEXYZ(float[] color) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] fromCIEXYZ(float[] color) {
            throw new UnsupportedOperationException();
        }
    }
}
