package eu.includeu.academy;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * The few places where an event loop may wait: for a template's file at first sight, for the seed of chance, and for a
 * lock. Whoever is refused while waiting for a lock stays in its queue, and nobody who comes later is ever woken: a
 * scheduler whose lock that befalls stops every node of the machine that runs the tests. Waiting for what a lock protects
 * (an answer, a place in a queue) is refused as ever.
 */
public class BlockingAllowed implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("org.thymeleaf.TemplateEngine", "initialize")
                .allowBlockingCallsInside("org.thymeleaf.TemplateEngine", "process")
                .allowBlockingCallsInside("org.thymeleaf.TemplateEngine", "processThrottled")
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                .allowBlockingCallsInside("java.util.UUID", "randomUUID")
                .allowBlockingCallsInside("java.util.concurrent.locks.ReentrantLock", "lock")
                .allowBlockingCallsInside("java.util.concurrent.locks.StampedLock", "writeLock");
    }
}
