/** What rendering may take, and who may work on it: handed down. */
package dev.vitrine.render.limit;
