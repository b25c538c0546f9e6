package io.dramatis.portrait;

import io.dramatis.portrait.provider.ProviderServers;
import io.dramatis.test.PlatformResources;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test of the running service with its real servers, a stubbed catalog and simulated image providers; the same for all,
 * so one start serves.
 */
@QuarkusTest
@WithTestResource(PlatformResources.class)
@WithTestResource(CatalogStub.class)
@WithTestResource(ProviderServers.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PortraitServiceTest {}
