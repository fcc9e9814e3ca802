package dev.vitrine.render.scene;

/** Which names an entry of a package may have. */
final class EntryNames {
    private static final int MOST = 400;

    private EntryNames() {}

    /** Whether a name is relative, stays below the root, has no empty part and no character that a file system may refuse. */
    static boolean isSafe(String name) {
        if (name.isEmpty() || name.length() > MOST || name.chars().anyMatch(EntryNames::isOdd)) {
            return false;
        }
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOdd(int c) {
        return c < ' ' || c == 0x7f || c == '\\' || c == ':';
    }
}
