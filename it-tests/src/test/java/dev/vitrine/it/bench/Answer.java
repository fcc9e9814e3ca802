package dev.vitrine.it.bench;

/** @param etag empty if there is none */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Answer(String etag, byte[] body) {}
