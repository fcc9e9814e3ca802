/** The command line: thin commands over the same pipeline that the server has. {@link dev.vitrine.cli.Main} is the way in. */
package dev.vitrine.cli;
