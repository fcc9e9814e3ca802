package dev.vitrine.server.config;

import com.google.common.base.CharMatcher;
import dev.vitrine.catalog.model.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The lines {@code name=value} of a settings file, each with the place where it stands. {@code #} and {@code !} begin comment
 * lines. There are no escapes and no continued lines: a Windows path is written as it is.
 */
record SettingsFile(Map<Setting, Entry> entries) {
    /** A value, and where it was set. */
    record Entry(String value, String place) {}

    SettingsFile {
        entries = Map.copyOf(entries);
    }

    /** @param problems collects what is wrong; those lines are left out */
    static SettingsFile read(String fileName, String text, List<String> problems) {
        Map<Setting, Entry> entries = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String place = fileName + ":" + number;
            String trimmed = CharMatcher.whitespace().trimFrom(line.replace("\ufeff", ""));
            if (trimmed.isEmpty() || trimmed.startsWith("#") || trimmed.startsWith("!")) {
                continue;
            }
            int equals = trimmed.indexOf('=');
            if (equals < 0) {
                problems.add(place + ": expected name=value, found '" + trimmed + "'");
                continue;
            }
            String name = CharMatcher.whitespace().trimFrom(trimmed.substring(0, equals));
            Entry entry = new Entry(CharMatcher.whitespace().trimFrom(trimmed.substring(equals + 1)), place);
            Setting.find(name)
                    .ifPresentOrElse(
                            setting -> put(entries, setting, entry, problems),
                            () -> problems.add(place + ": unknown setting '" + name + "'" + hint(name)));
        }
        return new SettingsFile(entries);
    }

    private static void put(Map<Setting, Entry> entries, Setting setting, Entry entry, List<String> problems) {
        Entry earlier = entries.putIfAbsent(setting, entry);
        if (earlier != null) {
            problems.add(entry.place() + ": '" + setting.key() + "' is already set at " + earlier.place());
        }
    }

    /** What else to write, where some known name is near. */
    static String hint(String name) {
        return NearestName.of(
                        name, Stream.of(Setting.values()).map(Setting::key).toList())
                .map(known -> "; did you mean '" + known + "'?")
                .orElse("; docs/server.md lists all of them");
    }
}
