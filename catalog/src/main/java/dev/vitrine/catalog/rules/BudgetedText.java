package dev.vitrine.catalog.rules;

/** Text that a regular expression may look at only so often, over all parts taken of it. */
final class BudgetedText implements CharSequence {
    private final String text;
    private final Budget budget;

    BudgetedText(String text, Budget budget) {
        this.text = text;
        this.budget = budget;
    }

    /** How many more characters may be looked at. One budget serves all expressions of a request. */
    static final class Budget {
        private int left;

        Budget(int steps) {
            this.left = steps;
        }

        private void spend() {
            if (--left < 0) {
                throw new Spent();
            }
        }
    }

    /** The budget is used up. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("too many steps", null, false, false);
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        budget.spend();
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BudgetedText(text.substring(start, end), budget);
    }

    @Override
    public String toString() {
        return text;
    }
}
