package io.dramatis.catalog.character;

import io.dramatis.kit.http.Preconditions;
import io.dramatis.kit.paging.Page;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Entity tags. A character's version stands for its content, so a page's tag needs nothing but ids and versions. */
final class CharacterTags {

    private static final int TAG_BYTES = 12;

    private CharacterTags() {}

    static String of(CharacterResponse character) {
        return Preconditions.etag(character.id(), character.version());
    }

    static String of(Page<CharacterSummary> page) {
        MessageDigest digest = sha256();
        for (CharacterSummary item : page.items()) {
            digest.update(ByteBuffer.allocate(3 * Long.BYTES)
                    .putLong(item.id().getMostSignificantBits())
                    .putLong(item.id().getLeastSignificantBits())
                    .putLong(item.version())
                    .flip());
        }
        digest.update(String.valueOf(page.nextCursor()).getBytes(StandardCharsets.UTF_8));
        byte[] tag = Arrays.copyOf(digest.digest(), TAG_BYTES);
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(tag) + '"';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
