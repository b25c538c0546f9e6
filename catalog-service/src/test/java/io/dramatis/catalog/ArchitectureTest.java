package io.dramatis.catalog;

import io.dramatis.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("io.dramatis.catalog");
    }
}
