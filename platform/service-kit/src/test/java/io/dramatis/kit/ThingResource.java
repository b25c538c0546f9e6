package io.dramatis.kit;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.idempotency.Idempotency;
import io.dramatis.kit.identity.Caller;
import io.dramatis.kit.paging.PageParams;
import io.dramatis.kit.validation.OneOf;
import io.dramatis.kit.validation.PlainText;
import io.dramatis.kit.validation.WireValue;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A resource that shows what the kit does with what goes right and wrong. */
@Path("/api/things")
public class ThingResource {

    enum Colour implements WireValue {
        RED,
        DARK_BLUE;

        @Override
        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record Thing(
            @NotNull @Size(max = 10) @PlainText String thingName,
            @OneOf(Colour.class) String colour,
            @Size(max = 2) List<@Size(max = 3) String> tags,
            Integer weight) {}

    private final Caller caller;
    private final ThingService things;

    ThingResource(Caller caller, ThingService things) {
        this.caller = caller;
        this.things = things;
    }

    @POST
    public Uni<Thing> createThing(@Valid @NotNull Thing thing) {
        return Uni.createFrom().item(thing);
    }

    @GET
    public Map<String, Object> listThings(@Valid @BeanParam PageParams page) {
        return Map.of(
                "limit",
                page.limit(),
                "cursor",
                page.cursor().map(c -> c.part(0)).orElse(""));
    }

    @GET
    @Path("/{id}")
    public Uni<Thing> getThing(@PathParam("id") String id) {
        return Uni.createFrom()
                .failure(new DomainException(ErrorCode.CHARACTER_NOT_FOUND, "No character has this id.")
                        .with("character_id", id));
    }

    @GET
    @Path("/broken")
    public String breakThing() {
        throw new IllegalStateException("select secret from somewhere");
    }

    @GET
    @Path("/away")
    public String awayThing() {
        throw new DomainException(ErrorCode.DEPENDENCY_UNAVAILABLE, "Away.").retryAfter(Duration.ofSeconds(7));
    }

    @GET
    @Path("/mine")
    @Authenticated
    public Map<String, Object> myThings() {
        return Map.of("account_id", caller.accountId(), "admin", caller.isAdmin(), "token", caller.bearerToken());
    }

    @GET
    @Path("/admin")
    @RolesAllowed("admin")
    public String administerThings() {
        return "ok";
    }

    @POST
    @Path("/accounts/{id}/delete")
    public Uni<ThingService.Result> deleteAccount(
            @PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key, Map<String, String> body) {
        return things.deleteAccount(id, key, body);
    }
}
