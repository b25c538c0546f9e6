package io.dramatis.portrait.provider;

/**
 * How much more a provider would take on now.
 *
 * @param free jobs it has room for
 * @param held jobs of it that are taken already
 */
public record ProviderPlaces(String provider, int free, int held) {}
