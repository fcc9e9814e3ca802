/** What happened to requests, in numbers. Micrometer is known here and nowhere else. */
package dev.vitrine.server.metrics;
