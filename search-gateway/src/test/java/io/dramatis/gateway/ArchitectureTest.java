package io.dramatis.gateway;

import io.dramatis.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("io.dramatis.gateway");
    }
}
