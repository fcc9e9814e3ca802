/** What has been made once need not be made again. */
package dev.vitrine.server.cache;
