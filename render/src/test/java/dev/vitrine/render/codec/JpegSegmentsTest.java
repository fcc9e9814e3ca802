package dev.vitrine.render.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.common.primitives.Bytes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JpegSegmentsTest {
    private static final byte[] COMMENT = {(byte) 0xff, (byte) 0xfe, 0, 5, 1, 2, 3};

    private final byte[] plain =
            new BaselineJpeg(24, 16, TestPictures.natural(24, 16).argb(), 80, false).encode(72);

    private static byte[] lean(byte[] file) {
        return JpegSegments.of(new SourceBytes("test", file)).lean();
    }

    @Test
    void lean_nothingToLeaveOut_isTheFileItself() {
        assertSame(plain, lean(plain));
    }

    @Test
    void lean_comments_fillBytesAndWhatFollowsTheEnd_areLeftOut() {
        int scan = Bytes.indexOf(plain, new byte[] {(byte) 0xff, (byte) 0xda});
        byte[] head = Arrays.copyOf(plain, 2);
        byte[] tables = Arrays.copyOfRange(plain, 2, scan);
        byte[] rest = Arrays.copyOfRange(plain, scan, plain.length);
        byte[] fill = {(byte) 0xff, (byte) 0xff};
        assertArrayEquals(plain, lean(Bytes.concat(head, COMMENT, tables, rest)));
        assertArrayEquals(plain, lean(Bytes.concat(head, tables, COMMENT, fill, rest, COMMENT)));
        assertArrayEquals(plain, lean(Bytes.concat(head, COMMENT, tables, fill, rest)));
        assertArrayEquals(plain, lean(Bytes.concat(plain, COMMENT)));
    }
}
