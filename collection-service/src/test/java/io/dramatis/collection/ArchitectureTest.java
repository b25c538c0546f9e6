package io.dramatis.collection;

import io.dramatis.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("io.dramatis.collection");
    }
}
