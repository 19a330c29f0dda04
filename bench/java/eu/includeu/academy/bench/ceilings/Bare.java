package eu.includeu.academy.bench.ceilings;

import static java.util.Objects.requireNonNull;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.util.UUID;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * A server with four doors, each as bare as its engine allows: text from the network layer, JSON from WebFlux, one
 * row by its primary key, one row inserted. Same pool, same driver, same database server as the academy.
 */
public final class Bare {

    /** What one row holds: about as much as an answer. */
    record Row(UUID id, int number, String given) {}

    private Bare() {}

    public static void main(String[] none) {
        HttpServer.create()
                .port(Integer.getInteger("text.port"))
                .route(routes -> routes.get("/text", (request, response) -> response.sendString(Mono.just("fair"))))
                .bindNow();
        var doors = new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(doors(DatabaseClient.create(pool()))));
        HttpServer.create()
                .port(Integer.getInteger("server.port"))
                .handle(doors)
                .bindNow()
                .onDispose()
                .block();
    }

    private static ConnectionPool pool() {
        var one = PostgresqlConnectionConfiguration.builder()
                .host("127.0.0.1")
                .port(Integer.getInteger("database.port"))
                .database(Ceilings.DATABASE)
                .username("postgres")
                .password("postgres")
                .build();
        return new ConnectionPool(ConnectionPoolConfiguration.builder(new PostgresqlConnectionFactory(one))
                .initialSize(4)
                .maxSize(16)
                .build());
    }

    private static RouterFunction<ServerResponse> doors(DatabaseClient db) {
        return RouterFunctions.route()
                .GET("/json", request -> ServerResponse.ok().bodyValue(new Row(new UUID(0, 1), 1, "fair")))
                .GET("/select/{id}", request -> select(db, request).flatMap(ServerResponse.ok()::bodyValue))
                .POST("/insert", request -> insert(db, request).flatMap(ServerResponse.ok()::bodyValue))
                .build();
    }

    private static Mono<Row> select(DatabaseClient db, ServerRequest request) {
        return db.sql("select id, number, given from kept where id = $1")
                .bind(0, UUID.fromString(request.pathVariable("id")))
                .map(row -> new Row(
                        requireNonNull(row.get(0, UUID.class)),
                        requireNonNull(row.get(1, Integer.class)),
                        requireNonNull(row.get(2, String.class))))
                .one();
    }

    private static Mono<Row> insert(DatabaseClient db, ServerRequest request) {
        return request.formData()
                .map(form -> new Row(
                        UUID.fromString(requireNonNull(form.getFirst("key"))),
                        Integer.parseInt(requireNonNull(form.getFirst("sequence"))),
                        requireNonNull(form.getFirst("given"))))
                .delayUntil(row -> db.sql("insert into kept (id, number, given) values ($1, $2, $3)")
                        .bind(0, row.id())
                        .bind(1, row.number())
                        .bind(2, row.given())
                        .then());
    }
}
