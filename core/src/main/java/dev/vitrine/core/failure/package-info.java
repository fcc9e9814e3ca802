/**
 * How a request ends badly, or well with a remark. {@link dev.vitrine.core.failure.FailureKind} is the closed catalogue;
 * start reading there, then {@link dev.vitrine.core.failure.Failures}.
 */
package dev.vitrine.core.failure;
