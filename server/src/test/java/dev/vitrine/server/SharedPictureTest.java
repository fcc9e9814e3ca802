package dev.vitrine.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.codec.EncodeSettings;
import dev.vitrine.render.codec.Encoders;
import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.pixel.PixelBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decoded JPEG file is kept and may be a reply as it is: whatever requests do to it, they do to pixels of their own. */
class SharedPictureTest {
    @TempDir
    Path temp;

    private Application application;

    @Test
    void changes_ofAKeptPicture_areThoseOfACopy_andLeaveIt() throws Exception {
        PixelBuffer noise = ServingFixture.noise(48, 32, true);
        byte[] jpeg =
                Encoders.forFormat(ImageFormat.JPEG).encode(noise, new EncodeSettings(new JpegQuality(80, true), 72));
        PixelBuffer decoded = new Decoder(1_000_000).picture(new SourceBytes("kept.jpg", jpeg));
        application = new ServingFixture(temp)
                .catalog("default.ini", "ResMode=2\n")
                .catalog("c.ini", "RootId=c\nCatalogFile=images.txt\n")
                .catalog("marked.ini", "RootId=marked\nCatalogFile=images.txt\nWatermark=mark\n")
                .catalog("images.txt", """
                        Id|Path|Modifier
                        kept|kept.jpg|
                        copy|copy.png|
                        mark||size=4,4&color=ff0000&align=1,1
                        """)
                .file("resources/kept.jpg", jpeg)
                .picture("copy.png", decoded)
                .application();
        for (String change : List.of(
                "/c/NAME?",
                "/c/NAME?req=mask",
                "/c/NAME?flip=lr",
                "/c/NAME?layer=0&flip=ud",
                "/c/NAME?opac=50",
                "/c/NAME?layer=0&opac=40&color=00ff00",
                "/c/NAME?op_invert=1",
                "/c/NAME?layer=0&op_brightness=20",
                "/c/NAME?layer=0&op_sharpen=1",
                "/c/NAME?op_blur=3",
                "/c/NAME?op_grow=1",
                "/c/NAME?op_usm=1,1,1",
                "/c/NAME?extend=3,3,3,3&bgc=ff0000",
                "/c/NAME?rotate=20",
                "/c/NAME?clipPath=M5,5L30,5L5,30z",
                "/c/NAME?layer=0&clipPath=M5,5L30,5L5,30z",
                "/c/NAME?maskUse=invert",
                "/c/NAME?maskUse=off&growMask=-3",
                "/c/NAME?layer=1&size=9,9&color=ff0000",
                "/c/NAME?layer=1&src=NAME&flip=lr&opac=50",
                "/c/NAME?layer=1&src=NAME&blendmode=mult",
                "/c/NAME?effect=-1&color=00ff00&pos=8,8",
                "/c/NAME?effect=1&color=00ff00&op_grow=3",
                "/c?src=is{c/NAME?flip=lr}&flip=ud",
                "/c?src=is{c/NAME}&op_invert=1",
                "/marked/NAME?")) {
            String url = change + "&fmt=png-alpha&cache=off";
            assertArrayEquals(pixels(url, "copy"), pixels(url, "kept"), change);
            assertArrayEquals(decoded.argb(), pixels("/c/NAME?fmt=png-alpha&cache=off", "kept"), "after " + change);
        }
    }

    private int[] pixels(String url, String name) {
        return ServingFixture.image(application, url.replace("NAME", name)).argb();
    }
}
