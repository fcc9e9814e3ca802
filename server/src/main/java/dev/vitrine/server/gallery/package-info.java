/** The first page: examples to look at, with the URLs that made them. */
package dev.vitrine.server.gallery;
