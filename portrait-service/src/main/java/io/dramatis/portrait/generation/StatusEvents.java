package io.dramatis.portrait.generation;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import java.util.UUID;

/** A job's way as Server-Sent Events. */
@ApplicationScoped
class StatusEvents {

    private final StatusStreams streams;

    StatusEvents(StatusStreams streams) {
        this.streams = streams;
    }

    /** @param lastEventId of a resuming client, or null */
    Multi<OutboundSseEvent> follow(JobStatus status, String lastEventId, Sse sse) {
        return streams.watch(status, lastSeen(lastEventId, status.jobId())).map(news -> event(sse, news));
    }

    private static OutboundSseEvent event(Sse sse, Optional<JobStatus> status) {
        if (status.isEmpty()) {
            return sse.newEventBuilder().comment("still here").build();
        }
        JobStatus job = status.get();
        return sse.newEventBuilder()
                .id(job.jobId() + ":" + job.sequence())
                .name(job.terminal() ? job.state() : "progress")
                .data(JobStatus.class, job)
                .build();
    }

    /** An id of another job, or none of ours, resumes nothing. */
    private static long lastSeen(String lastEventId, UUID jobId) {
        String prefix = jobId + ":";
        if (lastEventId == null || !lastEventId.startsWith(prefix)) {
            return -1;
        }
        try {
            return Long.parseLong(lastEventId.substring(prefix.length()));
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }
}
