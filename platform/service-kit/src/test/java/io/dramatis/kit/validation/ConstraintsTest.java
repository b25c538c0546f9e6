package io.dramatis.kit.validation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConstraintsTest {

    enum Pose implements WireValue {
        WEAPON_READY,
        ARMS_CROSSED;

        @Override
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Line(@PlainText String value) {}

    record Text(@PlainText(multiline = true) String value) {}

    record Posed(@OneOf(Pose.class) String value) {}

    private static ValidatorFactory factory;
    private static Validator validator;

    @BeforeAll
    static void start() {
        factory = Validation.buildDefaultValidatorFactory();
        validator = factory.getValidator();
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @Test
    void plainTextIsAnyScriptButNoControl() {
        assertThat(valid(new Line("Лев Толстой شاهرخ 🦉"))).isTrue();
        assertThat(valid(new Line(null))).isTrue();
        assertThat(valid(new Line("a\0b"))).isFalse();
        assertThat(valid(new Line("a\nb"))).isFalse();
        assertThat(valid(new Line("a\u0085b"))).isFalse();
        assertThat(valid(new Line("half a pair \uD83E"))).isFalse();
        assertThat(valid(new Text("a\n\tb\r\n"))).isTrue();
        assertThat(valid(new Text("a\u001bb"))).isFalse();
    }

    @Test
    void enumeratedValuesAreReadLeniently() {
        assertThat(valid(new Posed(" Weapon-Ready "))).isTrue();
        assertThat(valid(new Posed(null))).isTrue();
        assertThat(validator.validate(new Posed("sitting"))).singleElement().satisfies(violation -> assertThat(
                        violation.getMessage())
                .isEqualTo("must be one of: weapon_ready, arms_crossed"));
        assertThat(WireValues.parse(Pose.class, "ARMS crossed")).contains(Pose.ARMS_CROSSED);
        assertThat(WireValues.parse(Pose.class, null)).isEmpty();
        assertThat(WireValues.parse(Pose.class, "")).isEmpty();
    }

    private static boolean valid(Object bean) {
        return validator.validate(bean).isEmpty();
    }
}
