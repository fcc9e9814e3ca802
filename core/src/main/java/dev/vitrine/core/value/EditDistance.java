package dev.vitrine.core.value;

/** How many letters have to be added, left out, changed or swapped with their neighbour to make one word of another. */
public final class EditDistance {
    private static final int MOST = 64;

    private EditDistance() {}

    /** Words longer than 64 letters are cut. */
    public static int between(String one, String other) {
        String a = one.substring(0, Math.min(MOST, one.length()));
        String b = other.substring(0, Math.min(MOST, other.length()));
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
