package io.dramatis.portrait;

import io.dramatis.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("io.dramatis.portrait");
    }
}
