package dev.vmcts.llm.hub;

/**
 * A file that a hub has.
 *
 * @param name in its repository
 * @param bytes its length
 * @param sha256 SHA-256 of its content, in hexadecimal
 */
record HubFile(String name, long bytes, String sha256) {}
