package eu.includeu.academy.platform;

import io.r2dbc.postgresql.codec.Json;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Records to {@code jsonb} columns and back. */
@Component
public class JsonText {

    private final JsonMapper mapper = JsonMapper.builder().build();

    public Json write(Object value) {
        return Json.of(mapper.writeValueAsBytes(value));
    }

    public <T> T read(Json json, Class<T> type) {
        return mapper.readValue(json.asArray(), type);
    }

    public <T> T read(Json json, TypeReference<T> type) {
        return mapper.readValue(json.asArray(), type);
    }
}
