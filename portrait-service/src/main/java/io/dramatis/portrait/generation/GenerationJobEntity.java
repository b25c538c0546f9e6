package io.dramatis.portrait.generation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A job as it is created and read; every later step is one SQL statement of {@link GenerationJobRepository}. */
@Entity
@Table(name = "generation_job")
class GenerationJobEntity {

    @Id
    UUID id;

    @Column(name = "character_id")
    UUID characterId;

    @Column(name = "owner_id")
    UUID ownerId;

    String state;

    /** The request as JSON. */
    String request;

    @Column(name = "profile_hash")
    String profileHash;

    int attempt;

    int percent;

    String message;

    @Column(name = "raw_prompt")
    String rawPrompt;

    @Column(name = "enhanced_prompt")
    String enhancedPrompt;

    @Column(name = "enhanced_by")
    String enhancedBy;

    String prompt;

    /** Who drew it. */
    String provider;

    String model;

    String operation;

    @Column(name = "batch_id")
    UUID batchId;

    /** The provider in whose queue it stands. */
    String wanted;

    @Column(name = "error_code")
    String errorCode;

    @Column(name = "error_reason")
    String errorReason;

    @Column(name = "created_at", insertable = false, updatable = false)
    Instant createdAt;

    @Column(name = "finished_at", insertable = false, updatable = false)
    Instant finishedAt;
}
