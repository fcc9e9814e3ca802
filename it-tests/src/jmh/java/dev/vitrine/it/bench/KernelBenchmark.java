package dev.vitrine.it.bench;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.codec.EncodeSettings;
import dev.vitrine.render.codec.Encoders;
import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.resample.Kernel;
import dev.vitrine.render.resample.Resampler;
import dev.vitrine.render.resample.UnsharpMask;
import dev.vitrine.render.texture.MipMap;
import dev.vitrine.render.texture.Placement;
import dev.vitrine.render.texture.SampleRow;
import dev.vitrine.render.texture.Sampler;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The loops that replies spend their time in, each for itself, on the standard job's inputs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {
    private static final int WIDTH = StandardInputs.WIDTH / 2;

    /** Texels along the long side of a pixel's footprint, and how often its short side goes into that. */
    @Param({"0.8/1", "4/1", "4/2.5"})
    private String footprint;

    private Sampler sampler;
    private final SurfaceRow surface = new SurfaceRow(WIDTH);
    private final SampleRow samples = new SampleRow(WIDTH);
    private PixelBuffer photo;
    private PixelBuffer half;

    /** Makes the inputs, and what a scene would keep of them. */
    @Setup
    public void prepare() {
        StandardInputs inputs = StandardInputs.made();
        photo = opaque(inputs.photo(), StandardInputs.WIDTH, StandardInputs.HEIGHT);
        half = scaled();
        PixelBuffer texture = opaque(inputs.texture(), StandardInputs.TEXTURE, StandardInputs.TEXTURE);
        double[] sides = Arrays.stream(footprint.split("/", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double length = sides[0];
        double breadth = length / sides[1];
        sampler = new Sampler(
                new MipMap(texture, Edge.WRAP),
                new Placement(0.89 * length, -0.45 * breadth, 3, 0.45 * length, 0.89 * breadth, 7));
        for (int x = 0; x < WIDTH; x++) {
            surface.u[x] = x;
            surface.v[x] = 1;
            surface.ux[x] = 1;
            surface.vy[x] = 1;
            surface.known[x] = true;
        }
        Arrays.fill(surface.even, true);
    }

    private static PixelBuffer opaque(int[] rgb, int width, int height) {
        return new PixelBuffer(
                width, height, Arrays.stream(rgb).map(p -> p | 0xff000000).toArray());
    }

    /** A row of 1000 pixels of a texture. */
    @Benchmark
    public SampleRow sampleRow() {
        sampler.read(surface, WIDTH, samples);
        return samples;
    }

    /** A photograph of 2000 × 1500 at half its size. */
    @Benchmark
    public PixelBuffer scaled() {
        return halved(Kernel.BILINEAR);
    }

    /** The same by the filter of {@code resMode=sharp2}. */
    @Benchmark
    public PixelBuffer scaledSharp() {
        return halved(Kernel.LANCZOS);
    }

    private PixelBuffer halved(Kernel kernel) {
        Size size = new Size(photo.width() / 2, photo.height() / 2);
        return new Resampler(kernel, Edge.CLAMP).scale(photo, size, Deadline.never());
    }

    /** 1000 × 750 sharpened. */
    @Benchmark
    public PixelBuffer sharpened() {
        return UnsharpMask.REPLY.apply(half, Edge.CLAMP, Deadline.never());
    }

    /** 1000 × 750 as JPEG 85 with 4:2:0. */
    @Benchmark
    public byte[] jpeg() {
        return Encoders.forFormat(ImageFormat.JPEG)
                .encode(half, new EncodeSettings(new JpegQuality(85, false), 72));
    }
}
