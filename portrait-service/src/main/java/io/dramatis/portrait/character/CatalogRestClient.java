package io.dramatis.portrait.character;

import io.dramatis.events.CharacterSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "catalog")
@Path("/api/characters")
interface CatalogRestClient {

    @GET
    @Path("/{id}")
    Uni<CharacterSnapshot> getCharacter(@PathParam("id") UUID id, @HeaderParam("Authorization") String authorization);
}
