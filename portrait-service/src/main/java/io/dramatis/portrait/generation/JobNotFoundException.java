package io.dramatis.portrait.generation;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import java.util.UUID;

/** There is no such job, or it is not the caller's: the answer is the same. */
class JobNotFoundException extends DomainException {

    private static final long serialVersionUID = 1L;

    JobNotFoundException(UUID jobId) {
        super(ErrorCode.JOB_NOT_FOUND, "Look for its id in GET /api/portraits/jobs.");
        with("job_id", jobId);
    }
}
