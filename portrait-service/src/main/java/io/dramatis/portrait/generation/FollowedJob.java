package io.dramatis.portrait.generation;

import jakarta.enterprise.context.RequestScoped;

/** The job that the request's stream is about. */
@RequestScoped
class FollowedJob {

    private JobStatus status;

    void found(JobStatus status) {
        this.status = status;
    }

    JobStatus status() {
        return status;
    }
}
