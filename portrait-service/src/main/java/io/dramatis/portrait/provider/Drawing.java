package io.dramatis.portrait.provider;

import java.util.List;

/**
 * What came of a request.
 *
 * @param provider the one that drew, which with a fallback need not be the one asked for
 * @param images at least one
 */
public record Drawing(String provider, List<ProvidedImage> images) {}
