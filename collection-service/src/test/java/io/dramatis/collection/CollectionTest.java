package io.dramatis.collection;

import io.dramatis.test.PlatformResources;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the whole service with its database, its broker and a key of the tests. */
@QuarkusTest
@WithTestResource(PlatformResources.class)
@WithTestResource(OwnAddress.class)
@WithTestResource(IssuerKey.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CollectionTest {}
