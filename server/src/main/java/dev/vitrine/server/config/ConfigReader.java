package dev.vitrine.server.config;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.render.limit.RenderLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a configuration of a settings file and the environment, which wins. All problems are collected before it gives up.
 * Relative paths of the file count from the file's folder, those of the environment from the current one.
 */
public final class ConfigReader {
    private static final long MEGABYTE = 1L << 20;

    private final Map<String, String> environment;
    private final int processors;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private SettingsFile file = new SettingsFile(Map.of());
    private Path folder = Path.of("");

    /**
     * A reader for one reading.
     *
     * @param environment variables by name, such as {@link System#getenv()}
     * @param processors how many the machine has: so many workers there are unless it is set
     */
    public ConfigReader(Map<String, String> environment, int processors) {
        this.environment = Map.copyOf(environment);
        this.processors = processors;
    }

    /** The configuration of this file. A reader reads once. */
    public VitrineConfig read(Path path) throws ConfigException {
        folder = path.toAbsolutePath().getParent();
        try {
            file = SettingsFile.read(
                    path.toString(), Files.readString(path, StandardCharsets.UTF_8), problems, warnings);
        } catch (IOException e) {
            problems.add(path + ": cannot be read: " + why(path, e));
        }
        return withoutFile();
    }

    private static String why(Path path, IOException e) {
        if (Files.isDirectory(path)) {
            return "it is a folder; name the file in it";
        }
        return Files.exists(path)
                ? "is it UTF-8, and may it be read? (" + e.getClass().getSimpleName() + ")"
                : "there is no such file";
    }

    /** What was passed over in the reading, one sentence each, with its place. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The configuration of the environment and the defaults alone. A reader reads once. */
    public VitrineConfig withoutFile() throws ConfigException {
        RenderLimits limits = RenderLimits.standard();
        long sceneCache = number(Setting.SCENE_CACHE, 0, 1 << 20) * MEGABYTE;
        int perRequest = (int) number(Setting.PROCESSORS_PER_REQUEST, 0, 1024);
        int workers = (int) number(Setting.WORKERS, 0, 1024);
        VitrineConfig config = new VitrineConfig(
                text(Setting.HOST),
                (int) number(Setting.PORT, 0, 65535),
                workers == 0 ? processors : workers,
                new Processors(processors, perRequest == 0 ? processors : perRequest),
                (int) number(Setting.QUEUE, 0, 100_000),
                Duration.ofMillis(number(Setting.REQUEST_TIMEOUT, 1, 3_600_000)),
                new ErrorLimits(
                        Duration.ofMillis(number(Setting.ERROR_IMAGE_TIMEOUT, 1, 3_600_000)),
                        number(Setting.MAX_ERROR_IMAGE_PIXELS, 1, Integer.MAX_VALUE),
                        Duration.ofMillis(number(Setting.FAILURE_MEMORY_MILLIS, 0, 3_600_000)),
                        number(Setting.FAILURE_MEMORY, 0, 1 << 20) * MEGABYTE),
                path(Setting.CATALOG_ROOT).orElse(folder),
                path(Setting.IMAGE_CATALOG_ROOT)
                        .or(() -> path(Setting.CATALOG_ROOT))
                        .orElse(folder),
                paths(Setting.RESOURCE_ROOTS),
                Duration.ofSeconds(number(Setting.CATALOG_CHECK, 0, 86_400)),
                addresses(Setting.TRUSTED_PROXIES),
                path(Setting.GALLERY),
                isSecond(Setting.JPEG_LIBRARY, "java", "system"),
                number(Setting.REPLY_CACHE, 0, 1 << 20) * MEGABYTE,
                new RequestLimits(
                        (int) number(Setting.MAX_REQUEST_CHARACTERS, 1, 1 << 20),
                        (int) number(Setting.MAX_COMMANDS, 1, 1 << 20),
                        (int) number(Setting.MAX_NESTING, 1, 100)),
                new RenderLimits(
                        number(Setting.MAX_SOURCE_PIXELS, 1, Integer.MAX_VALUE),
                        number(Setting.MAX_REPLY_PIXELS, 1, Integer.MAX_VALUE),
                        limits.maxPackageBytes(),
                        limits.maxEntryBytes(),
                        limits.maxEntries(),
                        limits.maxTreeDepth(),
                        limits.maxObjects(),
                        sceneCache == 0 ? limits.cacheBytes() : sceneCache));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return config;
    }

    private SettingsFile.Entry entry(Setting setting) {
        String variable = setting.environmentName();
        if (environment.containsKey(variable)) {
            return new SettingsFile.Entry(environment.get(variable), "environment variable " + variable);
        }
        SettingsFile.Entry entry = file.entries().get(setting);
        return entry != null ? entry : new SettingsFile.Entry(setting.fallback(), "default of " + setting.key());
    }

    private String text(Setting setting) {
        return entry(setting).value();
    }

    private long number(Setting setting, long least, long most) {
        SettingsFile.Entry entry = entry(setting);
        try {
            long number = Long.parseLong(entry.value());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as for a number that is out of range
        }
        problems.add(entry.place() + ": '" + setting.key() + "=" + entry.value() + "': expected a whole number from "
                + least + " to " + most);
        return Long.parseLong(setting.fallback());
    }

    private boolean isSecond(Setting setting, String first, String second) {
        SettingsFile.Entry entry = entry(setting);
        if (!entry.value().equals(first) && !entry.value().equals(second)) {
            problems.add(entry.place() + ": '" + setting.key() + "=" + entry.value() + "': expected '" + first
                    + "' or '" + second + "'");
        }
        return entry.value().equals(second);
    }

    private Optional<Path> path(Setting setting) {
        return text(setting).isEmpty() ? Optional.empty() : resolve(setting, text(setting));
    }

    private List<Path> paths(Setting setting) {
        return split(setting, ';').stream()
                .flatMap(text -> resolve(setting, text).stream())
                .toList();
    }

    private Optional<Path> resolve(Setting setting, String text) {
        boolean fromEnvironment = environment.containsKey(setting.environmentName());
        try {
            Path base = fromEnvironment ? Path.of("") : folder;
            return Optional.of(base.resolve(text).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            problems.add(entry(setting).place() + ": '" + setting.key() + "': no path: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Set<String> addresses(Setting setting) {
        Set<String> addresses = new HashSet<>();
        for (String text : split(setting, ',')) {
            if (InetAddresses.isInetAddress(text)) {
                addresses.add(InetAddresses.toAddrString(InetAddresses.forString(text)));
            } else {
                problems.add(entry(setting).place() + ": '" + setting.key() + "': '" + text + "' is no IP address");
            }
        }
        return addresses;
    }

    private List<String> split(Setting setting, char separator) {
        return Splitter.on(separator)
                .trimResults(CharMatcher.whitespace())
                .omitEmptyStrings()
                .splitToList(text(setting));
    }
}
