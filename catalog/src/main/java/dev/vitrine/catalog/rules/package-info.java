/**
 * Request rules: the reader of rule set files, and the step that applies them before a request is parsed. Start at
 * {@link dev.vitrine.catalog.rules.RuleProcessor}.
 *
 * <p>The expressions are the operator's, the text they meet is anybody's: every look at a character is counted, and a request
 * that needs too many is refused.
 */
package dev.vitrine.catalog.rules;
