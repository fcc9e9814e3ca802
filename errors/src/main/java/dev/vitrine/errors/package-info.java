/**
 * What to answer when a request cannot be completed. Start reading at {@link dev.vitrine.errors.ErrorPolicy}: a pure function
 * that decides and never draws, reads a file or asks a clock.
 */
package dev.vitrine.errors;
