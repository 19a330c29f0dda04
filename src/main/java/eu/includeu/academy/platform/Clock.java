package eu.includeu.academy.platform;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The time, as the database has it: two nodes with wrong clocks still agree. The difference to the machine's own clock
 * is measured at the start and every half minute.
 */
@Component
public class Clock implements InstantSource {

    /** Days begin and end where the programme is run. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Rome");

    private static final Logger log = LoggerFactory.getLogger(Clock.class);

    /** The machine's own clock; it may be wrong. */
    interface Machine {

        Instant now();
    }

    private final DatabaseClient db;
    private final Machine machine;
    private final AtomicLong aheadMillis = new AtomicLong();

    Clock(DatabaseClient db, ObjectProvider<Machine> machine) {
        this.db = db;
        this.machine = machine.getIfAvailable(() -> Instant::now);
    }

    @Override
    public Instant instant() {
        return machine.now().plusMillis(aheadMillis.get());
    }

    public LocalDate today() {
        return LocalDate.ofInstant(instant(), ZONE);
    }

    @Scheduled(initialDelay = 0, fixedDelay = 30_000)
    Mono<Void> measure() {
        return db.sql("select clock_timestamp()")
                .mapValue(java.time.OffsetDateTime.class)
                .one()
                .elapsed()
                .doOnNext(answer -> aheadMillis.set(answer.getT2().toInstant().toEpochMilli()
                        + answer.getT1() / 2
                        - machine.now().toEpochMilli()))
                .doOnError(error -> log.warn("The database did not tell the time: {}", error.toString()))
                .onErrorComplete()
                .then();
    }
}
