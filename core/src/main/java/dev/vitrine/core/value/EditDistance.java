package dev.vitrine.core.value;

/** How many letters have to be added, left out or changed to make one word of another (Levenshtein). */
public final class EditDistance {
    private static final int MOST = 64;

    private EditDistance() {}

    /** Words longer than 64 letters are cut. */
    public static int between(String one, String other) {
        String a = one.substring(0, Math.min(MOST, one.length()));
        String b = other.substring(0, Math.min(MOST, other.length()));
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
