package io.dramatis.portrait.image;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A URL that needs no token.
 *
 * @param url below the platform's origin; to be used as it is
 */
@Schema(requiredProperties = {"url", "expires_at"})
public record SignedUrlResponse(String url, Instant expiresAt) {}
