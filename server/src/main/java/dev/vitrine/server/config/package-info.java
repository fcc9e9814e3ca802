/**
 * How the server is told what to do: {@link dev.vitrine.server.config.ConfigReader} makes a
 * {@link dev.vitrine.server.config.VitrineConfig} of a properties file and the environment.
 */
package dev.vitrine.server.config;
