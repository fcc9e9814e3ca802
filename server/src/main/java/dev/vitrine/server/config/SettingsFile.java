package dev.vitrine.server.config;

import com.google.common.base.CharMatcher;
import dev.vitrine.catalog.model.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lines {@code name=value} of a settings file, each with the place where it stands. {@code #} and {@code !} begin comment
 * lines. There are no escapes and no continued lines: a Windows path is written as it is.
 *
 * <p>A name of ours that does not exist is a problem. Any other is passed over with a warning, and the lines that its value goes on
 * in with it: so the protocol's own {@code PlatformServer.conf}, which is for other servers too, can be used whole.
 */
record SettingsFile(Map<Setting, Entry> entries) {
    /** A value, and where it was set. */
    record Entry(String value, String place) {}

    SettingsFile {
        entries = Map.copyOf(entries);
    }

    /**
     * Reads a file's text.
     *
     * @param problems collects what is wrong; those lines are left out
     * @param warnings collects what was passed over
     */
    static SettingsFile read(String fileName, String text, List<String> problems, List<String> warnings) {
        Map<Setting, Entry> entries = new LinkedHashMap<>();
        int number = 0;
        boolean isPassedOver = false;
        for (String line : text.lines().toList()) {
            number++;
            String place = fileName + ":" + number;
            String trimmed = CharMatcher.whitespace().trimFrom(line.replace("\ufeff", ""));
            if (trimmed.isEmpty() || trimmed.startsWith("#") || trimmed.startsWith("!")) {
                continue;
            }
            if (isPassedOver) {
                isPassedOver = trimmed.endsWith("\\");
                continue;
            }
            int equals = trimmed.indexOf('=');
            if (equals < 0) {
                problems.add(place + ": expected name=value, found '" + trimmed + "'");
                continue;
            }
            String name = CharMatcher.whitespace().trimFrom(trimmed.substring(0, equals));
            Entry entry = new Entry(CharMatcher.whitespace().trimFrom(trimmed.substring(equals + 1)), place);
            Optional<Setting> setting = Setting.find(name);
            if (setting.isPresent()) {
                put(entries, setting.get(), entry, problems);
            } else if (isOurs(name)) {
                problems.add(place + ": unknown setting '" + name + "'" + hint(name));
            } else {
                warnings.add(place + ": unknown setting '" + name + "' is passed over" + hint(name));
                isPassedOver = trimmed.endsWith("\\");
            }
        }
        return new SettingsFile(entries);
    }

    /** Whether nobody but us can be meant. */
    private static boolean isOurs(String name) {
        return name.startsWith(Setting.PREFIX)
                || nearest(name).filter(near -> near.startsWith(Setting.PREFIX)).isPresent();
    }

    private static void put(Map<Setting, Entry> entries, Setting setting, Entry entry, List<String> problems) {
        Entry earlier = entries.putIfAbsent(setting, entry);
        if (earlier != null) {
            problems.add(entry.place() + ": '" + setting.key() + "' is already set at " + earlier.place());
        }
    }

    /** What else to write, where some known name is near. */
    static String hint(String name) {
        return nearest(name)
                .map(known -> "; did you mean '" + known + "'?")
                .orElse("; docs/server.md lists all of them");
    }

    private static Optional<String> nearest(String name) {
        return NearestName.of(
                name, Stream.of(Setting.values()).map(Setting::key).toList());
    }
}
