package eu.includeu.academy.gate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Waits for a form until it has come whole, before it asks for a place: whoever sends slowly keeps nobody waiting. */
@Component
class WholeForms implements HttpHandlerDecoratorFactory {

    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON);

    private static final DefaultDataBufferFactory WRAPPING = DefaultDataBufferFactory.sharedInstance;

    private final int most;
    private final Duration patience;

    WholeForms(@Value("${spring.http.codecs.max-in-memory-size}") DataSize most, GateSettings settings) {
        this.most = Math.toIntExact(most.toBytes());
        this.patience = settings.body();
    }

    @Override
    public HttpHandler apply(HttpHandler next) {
        return (request, response) -> {
            if (!isForm(request)) {
                return next.handle(request, response);
            }
            return DataBufferUtils.join(request.getBody(), most)
                    .timeout(patience)
                    .map(WholeForms::bytes)
                    .defaultIfEmpty(new byte[0])
                    .map(bytes -> arrived(request, Flux.defer(() -> Flux.just(WRAPPING.wrap(bytes)))))
                    .onErrorResume(
                            DataBufferLimitException.class, tooLong -> Mono.just(arrived(request, Flux.error(tooLong))))
                    .onErrorResume(TimeoutException.class, tooSlow -> refuse(response, HttpStatus.REQUEST_TIMEOUT))
                    .flatMap(arrived -> next.handle(arrived, response));
        };
    }

    private static Mono<ServerHttpRequest> refuse(ServerHttpResponse response, HttpStatus status) {
        response.setStatusCode(status);
        response.getHeaders().set(HttpHeaders.CONNECTION, "close");
        return response.setComplete().then(Mono.empty());
    }

    /** Files are not kept in memory; they are read by whoever may send them. */
    private static boolean isForm(ServerHttpRequest request) {
        var type = request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null && FORMS.stream().anyMatch(form -> type.startsWith(form.toString()));
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** With its body here, or with what is wrong with it: whoever reads it says so on a page. */
    private static ServerHttpRequest arrived(ServerHttpRequest request, Flux<DataBuffer> body) {
        return new ServerHttpRequestDecorator(request) {

            @Override
            public Flux<DataBuffer> getBody() {
                return body;
            }
        };
    }
}
