package dev.vitrine.render.scene;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** An author's files and some that were made from them. */
record MadeFiles(PackageFiles files, Map<String, byte[]> made) implements PackageFiles {
    @Override
    public String name() {
        return files.name();
    }

    @Override
    public String identity() {
        return files.identity() + "|" + made.keySet();
    }

    @Override
    public Set<String> entries() {
        Set<String> all = new LinkedHashSet<>(files.entries());
        all.addAll(made.keySet());
        return all;
    }

    @Override
    public byte[] read(String entry, long most) {
        byte[] data = made.get(entry);
        return data == null ? files.read(entry, most) : data;
    }

    @Override
    public byte[] read(String entry) {
        byte[] data = made.get(entry);
        return data == null ? files.read(entry) : data;
    }
}
