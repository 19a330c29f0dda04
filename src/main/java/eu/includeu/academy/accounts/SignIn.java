package eu.includeu.academy.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.includeu.academy.platform.Refused;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Signing in with address and password. Known and unknown addresses are answered alike, in text and in time. */
@Service
class SignIn {

    private static final int TRIES = 10;

    /** Whoever is behind an address that nobody has. */
    private static final Accounts.Credentials UNKNOWN =
            new Accounts.Credentials(new Account.Id(new java.util.UUID(0, 0)), "");

    /**
     * What an unknown address is compared with, so that it takes as long as a known one. It is made when the first person
     * signs in, known or not, because it would keep the start waiting.
     */
    private final SingletonSupplier<String> nobody;

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Scheduler hashing = Schedulers.newBoundedElastic(2, 200, "passwords");
    private final Cache<String, AtomicInteger> failures = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(15))
            .build();

    SignIn(Accounts accounts, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.nobody = SingletonSupplier.of(() -> passwords.encode("nobody has this password"));
    }

    /** The person, or {@link Refused} without telling what was wrong. */
    Mono<Account> signIn(String email, String password, String peer) {
        var address = "address " + email.strip().toLowerCase(Locale.ROOT);
        return Mono.fromRunnable(() -> Refused.when(tooMany(address) || tooMany("peer " + peer), "sign-in.too-many"))
                .then(accounts.credentials(email).defaultIfEmpty(UNKNOWN))
                .filterWhen(found -> matches(password, found))
                .flatMap(found -> accounts.principal(found.id()))
                .doOnNext(account -> failures.invalidate(address))
                .switchIfEmpty(Mono.error(() -> failed(address, "peer " + peer)));
    }

    private Mono<Boolean> matches(String password, Accounts.Credentials found) {
        return Mono.fromCallable(() -> passwords.matches(password, hash(found, nobody.obtain())))
                .subscribeOn(hashing);
    }

    private static String hash(Accounts.Credentials found, String nobody) {
        return found.equals(UNKNOWN) ? nobody : found.password();
    }

    private Refused failed(String address, String peer) {
        failures.get(address, key -> new AtomicInteger()).incrementAndGet();
        failures.get(peer, key -> new AtomicInteger()).addAndGet(1);
        return new Refused("sign-in.refused");
    }

    private boolean tooMany(String key) {
        var count = failures.getIfPresent(key);
        return count != null && count.get() >= (key.startsWith("peer") ? TRIES * 10 : TRIES);
    }
}
