package io.dramatis.gateway.image;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A valid request for a thumbnail. */
record ImageRequest(ImageUrl url, int width) {

    /** @throws DomainException naming everything that is wrong with the two */
    static ImageRequest parse(String url, String width, ImageUrls urls, ImageConfig config) {
        List<String> faults = new ArrayList<>();
        Optional<ImageUrl> allowed = urls.ask(url, faults);
        List<Violation> violations = new ArrayList<>();
        faults.forEach(fault -> violations.add(new Violation("url", fault)));
        int number = config.defaultWidth();
        if (width != null && !width.isBlank()) {
            Optional<Integer> offered = config.widths().stream()
                    .filter(known -> known.toString().equals(width.strip()))
                    .findFirst();
            if (offered.isEmpty()) {
                violations.add(new Violation(
                        "width",
                        "must be one of: "
                                + config.widths().stream().map(String::valueOf).collect(Collectors.joining(", "))));
            }
            number = offered.orElse(number);
        }
        if (!violations.isEmpty()) {
            throw DomainException.invalid(violations);
        }
        return new ImageRequest(allowed.orElseThrow(), number);
    }
}
