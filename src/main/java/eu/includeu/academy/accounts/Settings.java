package eu.includeu.academy.accounts;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** What people set for themselves. */
@Service
class Settings {

    private final Accounts accounts;

    Settings(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Keeps the settings; open sessions on every node follow at once. */
    @Transactional
    Mono<Void> save(Account.Id me, String language, String mode) {
        return accounts.saveSettings(me, language, mode).doOnSuccess(done -> accounts.forget(me.toString()));
    }
}
