package dev.vitrine.render.codec;

import com.google.common.hash.Hashing;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The system's libturbojpeg (TurboJPEG 2.0 or newer), where it is there: quicker than ours, and other bytes on other machines. Every call
 * has a handle of its own, as two threads on one would end the program. What it cannot do it leaves to others. Safe for many threads.
 */
public final class SystemJpeg {
    private static final String NAME = "turbojpeg";

    private static final int FULL_CHROMA = 0;
    private static final int HALF_CHROMA = 2;
    private static final int NO_CHROMA = 3;

    /** Pixels as our numbers lie in memory; the alpha of decoded ones is 255. */
    private static final int PIXELS = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 8 : 10;

    private static final int KEEP_BUFFER = 1024;
    private static final int ACCURATE = 4096;
    private static final int STOP_AT_DAMAGE = 8192;

    private final Functions functions;
    private final String name;

    private SystemJpeg(Functions functions) {
        this.functions = functions;
        int side = 32;
        int[] sample = new int[side * side];
        Arrays.setAll(sample, i -> 0xff000000 | i * 0x01f3d5);
        byte[] file = encode(side, side, sample, new JpegQuality(80, false), false)
                .orElseThrow(() -> new UnsatisfiedLinkError("it does not encode"));
        if (decode(file, new Size(side, side)).isEmpty()) {
            throw new UnsatisfiedLinkError("it does not decode");
        }
        this.name =
                "libturbojpeg-" + Hashing.sha256().hashBytes(file).toString().substring(0, 8);
    }

    /** What of the library is used, as its manual has it. */
    interface Functions extends Library {
        Pointer tjInitCompress();

        Pointer tjInitDecompress();

        int tjDestroy(Pointer handle);

        NativeLong tjBufSize(int width, int height, int sampling);

        int tjCompress2(
                Pointer handle,
                Pointer pixels,
                int width,
                int pitch,
                int height,
                int format,
                PointerByReference file,
                NativeLongByReference bytes,
                int sampling,
                int quality,
                int flags);

        int tjDecompress2(
                Pointer handle,
                Pointer file,
                NativeLong bytes,
                Pointer pixels,
                int width,
                int pitch,
                int height,
                int format,
                int flags);
    }

    /** The library of this machine, if it can be loaded and works. */
    public static Optional<SystemJpeg> find() {
        return find(() -> Native.load(NAME, Functions.class));
    }

    static Optional<SystemJpeg> find(Supplier<Functions> loader) {
        try {
            return Optional.of(new SystemJpeg(loader.get()));
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    /** Known by what it makes of one small picture: libraries that encode differently are called differently. */
    public String name() {
        return name;
    }

    /**
     * A baseline file.
     *
     * @param rgb packed pixels, row by row; what is above 24 bits is not looked at
     * @param gray only brightness
     */
    Optional<byte[]> encode(int width, int height, int[] rgb, JpegQuality quality, boolean gray) {
        int sampling = gray ? NO_CHROMA : quality.fullChroma() ? FULL_CHROMA : HALF_CHROMA;
        long most = functions.tjBufSize(width, height, sampling).longValue();
        if (most <= 0 || most > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        Pointer handle = functions.tjInitCompress();
        try (Memory pixels = new Memory(4L * rgb.length);
                Memory file = new Memory(most)) {
            pixels.write(0, rgb, 0, rgb.length);
            NativeLongByReference bytes = new NativeLongByReference(new NativeLong(most));
            int failed = functions.tjCompress2(
                    handle,
                    pixels,
                    width,
                    0,
                    height,
                    PIXELS,
                    new PointerByReference(file),
                    bytes,
                    sampling,
                    Math.max(1, quality.quality()),
                    KEEP_BUFFER | ACCURATE);
            return failed == 0
                    ? Optional.of(file.getByteArray(0, bytes.getValue().intValue()))
                    : Optional.empty();
        } finally {
            functions.tjDestroy(handle);
        }
    }

    /**
     * The picture in a file; nothing where it is damaged.
     *
     * @param size that of the file, or an eighth, a quarter or a half of it
     */
    Optional<PixelBuffer> decode(byte[] file, Size size) {
        int count = Math.multiplyExact(size.width(), size.height());
        Pointer handle = functions.tjInitDecompress();
        try (Memory data = new Memory(file.length);
                Memory pixels = new Memory(4L * count)) {
            data.write(0, file, 0, file.length);
            int failed = functions.tjDecompress2(
                    handle,
                    data,
                    new NativeLong(file.length),
                    pixels,
                    size.width(),
                    0,
                    size.height(),
                    PIXELS,
                    ACCURATE | STOP_AT_DAMAGE);
            return failed == 0
                    ? Optional.of(new PixelBuffer(size.width(), size.height(), pixels.getIntArray(0, count)).fixed())
                    : Optional.empty();
        } finally {
            functions.tjDestroy(handle);
        }
    }
}
