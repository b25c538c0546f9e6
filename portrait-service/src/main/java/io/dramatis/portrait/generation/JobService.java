package io.dramatis.portrait.generation;

import io.dramatis.kit.paging.Cursor;
import io.dramatis.kit.paging.Page;
import io.dramatis.portrait.generation.GenerationJobRepository.JobList;
import io.dramatis.portrait.image.ImageService;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Jobs as their owners see them. */
@ApplicationScoped
class JobService {

    private final GenerationJobRepository jobs;
    private final JobRequests requests;
    private final ImageService images;
    private final DurationEstimate estimate;
    private final QueueService queue;
    private final ProgressPublisher progress;

    JobService(
            GenerationJobRepository jobs,
            JobRequests requests,
            ImageService images,
            DurationEstimate estimate,
            QueueService queue,
            ProgressPublisher progress) {
        this.jobs = jobs;
        this.requests = requests;
        this.images = images;
        this.estimate = estimate;
        this.queue = queue;
        this.progress = progress;
    }

    /**
     * Ends the job, and then tells whoever works on it or watches it; fine where it was cancelled before.
     *
     * @throws io.dramatis.kit.error.DomainException JOB_NOT_FOUND or JOB_ENDED, as the Uni's failure
     */
    Uni<Void> cancel(UUID jobId, UUID ownerId) {
        return queue.cancel(jobId, ownerId).invoke(progress::cancelled).replaceWithVoid();
    }

    @WithSession
    Uni<Page<JobResponse>> list(JobList list) {
        return jobs.page(list).chain(found -> {
            Page<GenerationJobEntity> page = Page.of(found, list.limit(), last -> Cursor.of(last.createdAt, last.id));
            return responses(page.items()).map(items -> new Page<>(items, page.nextCursor()));
        });
    }

    /** @throws JobNotFoundException as the Uni's failure, also where it is somebody else's */
    @WithSession
    Uni<JobResponse> get(UUID jobId, UUID ownerId) {
        return own(jobId, ownerId).chain(job -> responses(List.of(job))).map(all -> all.get(0));
    }

    private Uni<List<JobResponse>> responses(List<GenerationJobEntity> found) {
        return statusesOf(found).map(statuses -> {
            List<JobResponse> all = new ArrayList<>(found.size());
            for (GenerationJobEntity job : found) {
                all.add(JobResponse.of(
                        job,
                        statuses.get(all.size()),
                        requests.read(job.request).orElse(null)));
            }
            return all;
        });
    }

    /** @throws JobNotFoundException as the Uni's failure, also where it is somebody else's */
    @WithSession
    Uni<JobStatus> status(UUID jobId, UUID ownerId) {
        return own(jobId, ownerId).chain(job -> statusesOf(List.of(job))).map(all -> all.get(0));
    }

    private Uni<GenerationJobEntity> own(UUID jobId, UUID ownerId) {
        return jobs.findById(jobId).invoke(job -> {
            if (job == null || !job.ownerId.equals(ownerId)) {
                throw new JobNotFoundException(jobId);
            }
        });
    }

    /** The job whose stream a client of this character's owner follows; null where there was never one. */
    @WithSession
    Uni<JobStatus> latestStatus(UUID characterId, UUID ownerId) {
        return jobs.latest(characterId, ownerId)
                .chain(job -> job == null
                        ? Uni.createFrom().nullItem()
                        : statusesOf(List.of(job)).map(statuses -> statuses.get(0)));
    }

    /** Where these jobs stand, as far as they exist; for many at the cost of one. */
    @WithSession
    Uni<List<JobStatus>> statuses(Collection<UUID> jobIds) {
        return jobs.list("id in ?1", jobIds).chain(this::statusesOf);
    }

    private Uni<List<JobStatus>> statusesOf(List<GenerationJobEntity> found) {
        return jobs.queuePlaces(idsIn(found, GenerationState.QUEUED))
                .chain(places -> images.urlsOfJobs(idsIn(found, GenerationState.COMPLETED))
                        .map(urls -> found.stream()
                                .map(job -> JobStatus.of(
                                        job,
                                        places.get(job.id),
                                        estimate.eta(places.get(job.id)),
                                        urls.getOrDefault(job.id, List.of())))
                                .toList()));
    }

    private static List<UUID> idsIn(List<GenerationJobEntity> jobs, GenerationState state) {
        return jobs.stream()
                .filter(job -> job.state.equals(state.wire()))
                .map(job -> job.id)
                .toList();
    }
}
