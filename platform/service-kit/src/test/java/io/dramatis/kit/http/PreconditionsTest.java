package io.dramatis.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PreconditionsTest {

    private static final UUID ID = UUID.randomUUID();
    private static final String TAG = Preconditions.etag(ID, 3);

    @Test
    void tagsDifferByVersionAndId() {
        assertThat(TAG).startsWith("\"").endsWith("-3\"");
        assertThat(TAG).isNotEqualTo(Preconditions.etag(ID, 4));
        assertThat(TAG).isNotEqualTo(Preconditions.etag(UUID.randomUUID(), 3));
    }

    @Test
    void passesWithoutAConditionAndWithTheRightOne() {
        assertThatCode(() -> Preconditions.requireMatch(null, TAG)).doesNotThrowAnyException();
        assertThatCode(() -> Preconditions.requireMatch("*", TAG)).doesNotThrowAnyException();
        assertThatCode(() -> Preconditions.requireMatch("\"x\", " + TAG, TAG)).doesNotThrowAnyException();
    }

    @Test
    void refusesAStaleTag() {
        assertThatThrownBy(() -> Preconditions.requireMatch(Preconditions.etag(ID, 2), TAG))
                .isInstanceOfSatisfying(DomainException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.PRECONDITION_FAILED));
    }

    @Test
    void knowsWhenACopyIsStillGood() {
        assertThat(Preconditions.notModified(null, TAG)).isFalse();
        assertThat(Preconditions.notModified("W/" + TAG, TAG)).isTrue();
        assertThat(Preconditions.notModified("\"other\"", TAG)).isFalse();
    }
}
