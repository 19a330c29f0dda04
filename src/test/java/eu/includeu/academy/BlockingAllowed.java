package eu.includeu.academy;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** The few places where an event loop may wait: for a template's file at first sight, and for the seed of chance. */
public class BlockingAllowed implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("org.thymeleaf.TemplateEngine", "initialize")
                .allowBlockingCallsInside("org.thymeleaf.TemplateEngine", "process")
                .allowBlockingCallsInside("org.thymeleaf.TemplateEngine", "processThrottled")
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                .allowBlockingCallsInside("java.util.UUID", "randomUUID");
    }
}
