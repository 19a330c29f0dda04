package eu.includeu.academy.platform;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes what is written to a response, and sends nothing. */
public final class AsideResponse extends ServerHttpResponseDecorator {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    public AsideResponse(ServerHttpResponse response) {
        super(response);
    }

    /** What was written. */
    public String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return Flux.from(body)
                .doOnNext(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    written.writeBytes(bytes);
                })
                .then();
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return writeWith(Flux.from(body).concatMap(buffers -> buffers));
    }

    @Override
    public Mono<Void> setComplete() {
        return Mono.empty();
    }
}
