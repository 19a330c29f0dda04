package eu.includeu.academy.accounts;

import java.util.Objects;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets a request reach its handler only when the asker may do what the route's {@link May} names. */
class RouteRules extends RequestMappingHandlerMapping {

    @Override
    protected void registerHandlerMethod(Object handler, java.lang.reflect.Method method, RequestMappingInfo mapping) {
        if (AnnotatedElementUtils.findMergedAnnotation(method, May.class) == null) {
            throw new IllegalStateException("The route " + mapping + " names no rule: put @May on " + method);
        }
        super.registerHandlerMethod(handler, method, mapping);
    }

    @Override
    public Mono<HandlerMethod> getHandlerInternal(ServerWebExchange exchange) {
        return super.getHandlerInternal(exchange).delayUntil(RouteRules::admit);
    }

    private static Mono<Void> admit(HandlerMethod handler) {
        var action =
                Objects.requireNonNull(handler.getMethodAnnotation(May.class)).value();
        return action.isPublic()
                ? Mono.empty()
                : SignedIn.account()
                        .filter(account -> account.may(action))
                        .switchIfEmpty(Mono.error(() -> new AccessDeniedException(action.name())))
                        .then();
    }
}
