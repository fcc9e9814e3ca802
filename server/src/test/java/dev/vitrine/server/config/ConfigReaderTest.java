package dev.vitrine.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
    @TempDir
    private Path folder;

    @Test
    void read_pathsOfTheFile_countFromItsFolder() throws Exception {
        VitrineConfig config = read("""
                # where things are
                ir.catalogRootPath = catalogs
                ir.resourceRootPaths=.; more;/far
                vitrine.gallery=gallery.yaml
                """, Map.of());
        assertEquals(folder.resolve("catalogs"), config.catalogRoot());
        assertEquals(List.of(folder, folder.resolve("more"), Path.of("/far").toAbsolutePath()), config.resourceRoots());
        assertEquals(Optional.of(folder.resolve("gallery.yaml")), config.gallery());
    }

    @Test
    void read_nothingSet_hasDefaults() throws Exception {
        VitrineConfig config = read("", Map.of());
        assertEquals("localhost", config.host());
        assertEquals(8080, config.port());
        assertEquals(3, config.workers());
        assertEquals(new Processors(3, 3), config.processors());
        assertEquals(folder.resolve("catalog"), config.catalogRoot());
        assertEquals(List.of(folder.resolve("resources")), config.resourceRoots());
        assertEquals(Duration.ofSeconds(20), config.requestTimeout());
    }

    @Test
    void read_jpegLibrary_isOneOfTwo() throws Exception {
        assertFalse(read("", Map.of()).systemJpeg());
        assertFalse(read("vitrine.jpegLibrary=java", Map.of()).systemJpeg());
        assertTrue(read("vitrine.jpegLibrary=system", Map.of()).systemJpeg());
        ConfigException wrong = assertThrows(ConfigException.class, () -> read("vitrine.jpegLibrary=fast", Map.of()));
        assertTrue(wrong.getMessage().contains("expected 'java' or 'system'"), wrong.getMessage());
    }

    @Test
    void read_environment_winsOverTheFile() throws Exception {
        VitrineConfig config = read(
                "vitrine.port=1\nir.catalogRootPath=here\nvitrine.workers=9\nvitrine.processorsPerRequest=1",
                Map.of("VITRINE_PORT", "2", "VITRINE_IR_CATALOGROOTPATH", "/there", "VITRINE_UNHEARD_OF", "x"));
        assertEquals(2, config.port());
        assertEquals(9, config.workers());
        assertEquals(new Processors(3, 1), config.processors());
        assertEquals(Path.of("/there").toAbsolutePath(), config.catalogRoot());
    }

    @Test
    void read_manyMistakes_tellsThemAllWithTheirPlaces() throws Exception {
        String text = """
                vitrine.prot=80
                nonsense
                vitrine.port=eighty
                vitrine.queue=1
                vitrine.queue=2
                vitrine.trustedProxies=10.0.0.1, proxy
                """;
        ConfigException wrong = assertThrows(ConfigException.class, () -> read(text, Map.of("VITRINE_WORKERS", "-1")));
        String file = folder.resolve("test.properties").toString();
        assertEquals(
                Set.of(
                        file + ":1: unknown setting 'vitrine.prot'; did you mean 'vitrine.port'?",
                        file + ":2: expected name=value, found 'nonsense'",
                        file + ":3: 'vitrine.port=eighty': expected a whole number from 0 to 65535",
                        file + ":5: 'vitrine.queue' is already set at " + file + ":4",
                        file + ":6: 'vitrine.trustedProxies': 'proxy' is no IP address",
                        "environment variable VITRINE_WORKERS: 'vitrine.workers=-1': expected a whole number from 0 to"
                                + " 1024"),
                new HashSet<>(wrong.problems()));
    }

    @Test
    void read_settingsOfOtherServers_arePassedOverWithAWarning() throws Exception {
        Path file = folder.resolve("PlatformServer.conf");
        Files.writeString(file, """
                ! a file of the protocol's own server, as it is
                ir.catalogRootPath=materials
                is.catalogRotPath=images
                PS::log.level = 3
                cache.rootPaths=/a,\\
                    /b,\\
                    /c
                ir.resourceRootPaths=pictures
                """);
        ConfigReader reader = new ConfigReader(Map.of(), 1);
        VitrineConfig config = reader.read(file);
        assertEquals(folder.resolve("materials"), config.catalogRoot());
        assertEquals(List.of(folder.resolve("pictures")), config.resourceRoots());
        assertEquals(
                List.of(
                        file + ":3: unknown setting 'is.catalogRotPath' is passed over; did you mean"
                                + " 'is.catalogRootPath'?",
                        file + ":4: unknown setting 'PS::log.level' is passed over; docs/server.md lists all of them",
                        file
                                + ":5: unknown setting 'cache.rootPaths' is passed over; docs/server.md lists all of them"),
                reader.warnings());
    }

    @Test
    void read_missingFile_saysSo() {
        assertEquals("none.properties: cannot be read: there is no such file", wrong("none.properties"));
        assertEquals(": cannot be read: it is a folder; name the file in it", wrong(""));
    }

    private String wrong(String name) {
        ConfigException wrong =
                assertThrows(ConfigException.class, () -> new ConfigReader(Map.of(), 1).read(folder.resolve(name)));
        return wrong.getMessage().replace(folder + "/", "").replace(folder.toString(), "");
    }

    @Test
    void settings_allNames_haveVariablesOfTheirOwn() {
        Set<String> names = new HashSet<>();
        for (Setting setting : Setting.values()) {
            assertTrue(names.add(setting.environmentName()), setting.environmentName());
            assertEquals(Optional.of(setting), Setting.find(setting.key()));
        }
        assertEquals("VITRINE_IR_RESOURCEROOTPATHS", Setting.RESOURCE_ROOTS.environmentName());
        assertEquals("VITRINE_PORT", Setting.PORT.environmentName());
    }

    private VitrineConfig read(String text, Map<String, String> environment) throws IOException, ConfigException {
        Path file = folder.resolve("test.properties");
        Files.writeString(file, text);
        return new ConfigReader(environment, 3).read(file);
    }
}
