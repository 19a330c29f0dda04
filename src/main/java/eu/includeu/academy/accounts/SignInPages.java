package eu.includeu.academy.accounts;

import eu.includeu.academy.platform.Refused;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The pages by which people come in. */
@Controller
@RequestMapping("/sign-in")
class SignInPages {

    /** What is typed to come in. */
    record Form(@Nullable String email, @Nullable String password) {}

    private final SignIn signIn;
    private final SignedIn signedIn;
    private final ServerRequestCache asked;

    SignInPages(SignIn signIn, SignedIn signedIn, ServerRequestCache asked) {
        this.signIn = signIn;
        this.signedIn = signedIn;
        this.asked = asked;
    }

    @GetMapping
    @May(Action.SIGN_IN)
    Rendering show() {
        return Rendering.view("accounts/sign-in")
                .modelAttribute("email", "")
                .modelAttribute("problems", List.of())
                .build();
    }

    @PostMapping
    @May(Action.SIGN_IN)
    Mono<Rendering> enter(@ModelAttribute Form form, ServerWebExchange exchange) {
        var email = Optional.ofNullable(form.email()).orElse("");
        return signIn.signIn(email, Optional.ofNullable(form.password()).orElse(""), peer(exchange))
                .flatMap(account -> signedIn.save(exchange, SignedIn.context(account)))
                .then(asked.getRedirectUri(exchange).defaultIfEmpty(URI.create("/")))
                .map(target -> Rendering.redirectTo(target.toString())
                        .status(HttpStatus.SEE_OTHER)
                        .build())
                .onErrorResume(Refused.class, refused -> Mono.just(again(email, refused)));
    }

    private static Rendering again(String email, Refused refused) {
        return Rendering.view("accounts/sign-in")
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .modelAttribute("email", email)
                .modelAttribute("problems", refused.problems())
                .build();
    }

    private static String peer(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getRemoteAddress())
                .map(InetSocketAddress::getHostString)
                .orElse("unknown");
    }
}
