package io.dramatis.portrait.generation;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method streams the job its path names as {@code job_id}, or the newest one of the character it names as {@code id};
 * {@link FollowedJob} finds it first.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface FollowsJob {}
