/**
 * How fast it is. {@link dev.vitrine.it.bench.StandardJobs} runs the standard job through the whole road,
 * {@link dev.vitrine.it.bench.ServerLoad} loads a server. Both are programs; {@code docs/performance.md} says how they are run and
 * what they gave.
 */
package dev.vitrine.it.bench;
