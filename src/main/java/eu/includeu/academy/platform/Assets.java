package eu.includeu.academy.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where the built scripts, styles and icons are: names with content hashes, read from the manifest of the build. */
@Component
public class Assets {

    private final Map<String, String> names;

    Assets() throws IOException {
        try (InputStream manifest = new ClassPathResource("static/assets/manifest.json").getInputStream()) {
            names = JsonMapper.builder().build().readValue(manifest, new TypeReference<Map<String, String>>() {});
        }
    }

    public String getCss() {
        return url("app.css");
    }

    public String getJs() {
        return url("core.js");
    }

    public String getIcons() {
        return url("icons.svg");
    }

    /** The font that every page needs first, asked for before the stylesheet names it. */
    public String getFont() {
        return url("latin.woff2");
    }

    public String getFavicon() {
        return url("favicon.svg");
    }

    private String url(String name) {
        return "/assets/" + names.getOrDefault(name, name);
    }
}
