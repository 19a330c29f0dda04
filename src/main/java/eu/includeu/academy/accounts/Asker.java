package eu.includeu.academy.accounts;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import reactor.core.publisher.Mono;

/** Who asks, as the filters of this feature see it; everywhere else the asker is an argument. */
final class Asker {

    private Asker() {}

    /** The signed-in person, or nothing for a visitor. */
    static Mono<Account> account() {
        return ReactiveSecurityContextHolder.getContext()
                .flatMap(security -> Mono.justOrEmpty(security.getAuthentication()))
                .flatMap(authentication -> Mono.justOrEmpty(authentication.getPrincipal()))
                .ofType(Account.class);
    }
}
