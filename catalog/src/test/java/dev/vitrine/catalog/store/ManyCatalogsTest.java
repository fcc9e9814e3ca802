package dev.vitrine.catalog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.catalog.CatalogFolder;
import dev.vitrine.catalog.model.MaterialRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyCatalogsTest {
    @Test
    void load_hundredCatalogs_findsEveryRecord(@TempDir Path temp) {
        int catalogs = 100;
        int records = 500;
        CatalogFolder folder = new CatalogFolder(temp);
        for (int c = 0; c < catalogs; c++) {
            StringBuilder table = new StringBuilder("Id|Path|Resolution|Color|Gloss|Type|TimeStamp\n");
            for (int r = 0; r < records; r++) {
                table.append("material-")
                        .append(r)
                        .append("|images/")
                        .append(r)
                        .append(".jpg|")
                        .append(r + 1)
                        .append("|a0b0c0|10|0|1700000000000\n");
            }
            folder.file("c" + c + ".ini", "RootId=c" + c + "\nCatalogFile=c" + c + ".txt\n")
                    .table("c" + c + ".txt", table.toString());
        }
        CatalogStore store = folder.store();
        assertEquals(List.of(), store.snapshot().problems());
        for (int c = 0; c < catalogs; c++) {
            Session session = store.session("c" + c);
            assertEquals(records, session.catalog().materials().size());
            for (int r = 0; r < records; r += 7) {
                Session.Found<MaterialRecord> found =
                        session.material("material-" + r).orElseThrow();
                assertEquals("c" + c, found.owner().id());
                assertEquals(r + 1, found.record().resolution().orElseThrow());
            }
        }
    }
}
