package dev.vitrine.render.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;

/** The ImageIO writers, chosen by class and never by registration order. */
final class LibraryWriter {
    private LibraryWriter() {}

    /** A new writer of the provider of this class name; to be disposed of. */
    static ImageWriter of(String provider) {
        Iterator<ImageWriterSpi> providers =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageWriterSpi.class, false);
        while (providers.hasNext()) {
            ImageWriterSpi candidate = providers.next();
            if (candidate.getClass().getName().equals(provider)) {
                try {
                    return candidate.createWriterInstance();
                } catch (IOException e) {
                    throw new UncheckedIOException("making a writer", e);
                }
            }
        }
        throw new IllegalStateException("ImageIO has no " + provider);
    }
}
