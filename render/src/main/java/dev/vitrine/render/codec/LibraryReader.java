package dev.vitrine.render.codec;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.Size;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/**
 * One ImageIO reader put to work on one image: chosen by its class, never by registration order, and fenced in. The size is
 * checked before any pixel is asked for; whatever a library throws becomes a failure of the source.
 */
final class LibraryReader {
    private final long maxPixels;

    LibraryReader(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /** What is done with a reader whose image is known to be of an acceptable size. */
    interface Work<T> {
        T with(ImageReader reader, Size size) throws IOException;
    }

    <T> T read(SourceFormat format, SourceBytes source, Work<T> work) {
        ImageReader reader = null;
        try (ImageInputStream in = new ByteArrayImageInputStream(source.data())) {
            reader = provider(format).createReaderInstance();
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            checkSize(source, width, height);
            return work.with(reader, new Size(width, height));
        } catch (FailureException e) {
            throw e;
        } catch (LinkageError e) {
            throw Failures.sourceUnsupported(source.name(), "the native library for it cannot be loaded here");
        } catch (OutOfMemoryError e) {
            throw Failures.sourceTooLarge(source.name(), "it does not fit into memory");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw Failures.sourceDamaged(source.name(), e);
        } finally {
            if (reader != null) {
                reader.dispose();
            }
        }
    }

    /** Refuses what is not a size, and what is too large to be read. */
    void checkSize(SourceBytes source, int width, int height) {
        if (width <= 0 || height <= 0) {
            throw Failures.sourceDamaged(source.name(), "its size is " + width + " x " + height);
        }
        if ((long) width * height > maxPixels) {
            throw Failures.sourceTooLarge(source.name(), width + " x " + height + " pixels");
        }
    }

    private static ImageReaderSpi provider(SourceFormat format) {
        Iterator<ImageReaderSpi> providers =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
        while (providers.hasNext()) {
            ImageReaderSpi provider = providers.next();
            if (provider.getClass().getName().equals(format.reader())) {
                return provider;
            }
        }
        throw new IllegalStateException("ImageIO has no " + format.reader());
    }
}
