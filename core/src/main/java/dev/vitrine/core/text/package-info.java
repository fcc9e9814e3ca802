/** How text is written into replies: harmless in every form that has a syntax, and dates as the protocol has them. */
package dev.vitrine.core.text;
