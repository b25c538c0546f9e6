package io.dramatis.portrait.provider.builtin;

/**
 * A drawn portrait, in three layers.
 *
 * @param figure where the sitter begins, as a mark of the SVG
 * @param front where that ends, and what floats before the sitter begins
 */
record Painting(Sitting sitting, int figure, int front) {

    String document() {
        return sitting.svg().document();
    }

    String backdrop() {
        return sitting.svg().document(0, figure);
    }

    String sitter() {
        return sitting.svg().document(figure, front);
    }

    String foreground() {
        return sitting.svg().document(front, sitting.svg().mark());
    }
}
