package eu.includeu.academy.accounts;

import eu.includeu.academy.platform.Missing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who is signed in: the session names the person, and the person's roles are those of this minute. */
@Component
class SignedIn implements ServerSecurityContextRepository {

    private final Accounts accounts;

    SignedIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        var account = context != null
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof Account known
                ? known.id().toString()
                : null;
        exchange.getAttributes().remove(Account.class.getName());
        return exchange.getSession()
                .doOnNext(session -> {
                    if (account == null) {
                        session.getAttributes().remove(Sessions.ACCOUNT);
                    } else {
                        session.getAttributes().put(Sessions.ACCOUNT, account);
                    }
                })
                .flatMap(session -> session.changeSessionId());
    }

    /**
     * Who asks is settled once in a request, before its first transaction: one that holds a connection and then waits for
     * another, to learn whom it works for, can bring all of them to a stop.
     */
    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return Mono.defer(() -> Mono.justOrEmpty(exchange.<Account>getAttribute(Account.class.getName())))
                .switchIfEmpty(Mono.defer(() -> principal(exchange)))
                .map(SignedIn::context);
    }

    private Mono<Account> principal(ServerWebExchange exchange) {
        return exchange.getSession()
                .flatMap(session -> Mono.justOrEmpty(session.<String>getAttribute(Sessions.ACCOUNT)))
                .flatMap(id -> accounts.principal(Account.Id.of(id)))
                .doOnNext(account -> exchange.getAttributes().put(Account.class.getName(), account))
                .onErrorComplete(Missing.class);
    }

    /** Who asks, as the filters of this feature see it, or nothing for a visitor; everywhere else the asker is an argument. */
    static Mono<Account> account() {
        return ReactiveSecurityContextHolder.getContext()
                .flatMap(security -> Mono.justOrEmpty(security.getAuthentication()))
                .flatMap(authentication -> Mono.justOrEmpty(authentication.getPrincipal()))
                .ofType(Account.class);
    }

    /** Who asks for this page; known to pages of errors too, which are made outside the security chain. */
    static Mono<Account> account(ServerWebExchange exchange) {
        return account()
                .switchIfEmpty(
                        Mono.defer(() -> Mono.justOrEmpty(exchange.<Account>getAttribute(Account.class.getName()))));
    }

    static SecurityContext context(Account account) {
        Authentication authentication = UsernamePasswordAuthenticationToken.authenticated(account, null, List.of());
        return new SecurityContextImpl(authentication);
    }
}
