package eu.includeu.academy.platform;

import io.r2dbc.spi.R2dbcException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Turns what went wrong into a page that says what happened and what to do, in the reader's language. */
@Component
@Order(-2)
class ErrorPages implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final ObjectProvider<ViewResolver> views;

    ErrorPages(ObjectProvider<ViewResolver> views) {
        this.views = views;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(error);
        }
        var status = statusOf(error);
        if (status.is5xxServerError()) {
            log.error(
                    "{} {}",
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath(),
                    error);
        }
        response.setStatusCode(status);
        if (status.value() == 503 || status.value() == 429) {
            response.getHeaders().set("Retry-After", "5");
        }
        response.getHeaders().setCacheControl("no-store");
        return wantsJson(exchange) ? response.setComplete() : page(exchange, status, error);
    }

    private Mono<Void> page(ServerWebExchange exchange, HttpStatusCode status, Throwable error) {
        LocaleContext locale = exchange.getLocaleContext();
        var model = new HashMap<String, Object>(Map.of(
                "status",
                status.value(),
                "problems",
                error instanceof Refused refused ? refused.problems() : List.of()));
        return views.stream()
                .findFirst()
                .orElseThrow()
                .resolveViewName("errors/problem", java.util.Objects.requireNonNull(locale.getLocale()))
                .flatMap(view -> view.render(model, MediaType.TEXT_HTML, exchange));
    }

    private static boolean wantsJson(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getAccept().stream()
                .findFirst()
                .filter(MediaType.APPLICATION_JSON::equalsTypeAndSubtype)
                .isPresent();
    }

    static HttpStatusCode statusOf(Throwable error) {
        if (error instanceof Missing) {
            return HttpStatus.NOT_FOUND;
        }
        if (error instanceof Refused) {
            return HttpStatus.UNPROCESSABLE_CONTENT;
        }
        if (error instanceof Stale || error instanceof OptimisticLockingFailureException) {
            return HttpStatus.CONFLICT;
        }
        if (error instanceof DataIntegrityViolationException) {
            return HttpStatus.CONFLICT;
        }
        if (error instanceof AccessDeniedException) {
            return HttpStatus.FORBIDDEN;
        }
        if (error instanceof DataBufferLimitException) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        if (error instanceof ErrorResponse known) {
            return tooLarge(error) ? HttpStatus.CONTENT_TOO_LARGE : known.getStatusCode();
        }
        if (error instanceof DecodingException || error instanceof IllegalArgumentException) {
            return HttpStatus.BAD_REQUEST;
        }
        if (error instanceof CannotCreateTransactionException
                || error instanceof DataAccessResourceFailureException
                || error instanceof TimeoutException
                || error instanceof RejectedExecutionException
                || error instanceof R2dbcException) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        return HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private static boolean tooLarge(Throwable error) {
        return error.getCause() instanceof DataBufferLimitException;
    }
}
