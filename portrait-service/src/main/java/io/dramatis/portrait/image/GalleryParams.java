package io.dramatis.portrait.image;

import io.dramatis.kit.paging.PageParams;
import io.dramatis.kit.validation.OneOf;
import io.dramatis.kit.validation.WireValues;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a gallery may be asked for. */
public class GalleryParams extends PageParams {

    @QueryParam("origin")
    @OneOf(ImageKind.class)
    @Parameter(description = "Only images of this origin: portrait, additional, variant or upload")
    String origin;

    /** Null for all. */
    String origin() {
        return WireValues.parse(ImageKind.class, origin).map(ImageKind::wire).orElse(null);
    }
}
