package eu.includeu.academy.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A press with the real templates and messages, without the rest of the application, and a folder to look at prints. */
public final class PrintExamples {

    public static final List<Locale> LANGUAGES = Stream.of("en", "el", "es", "it", "nl", "ro", "sl")
            .map(Locale::forLanguageTag)
            .toList();

    private PrintExamples() {}

    public static Print print() {
        var templates = new SpringWebFluxTemplateEngine();
        templates.setTemplateResolver(files());
        templates.setTemplateEngineMessageSource(messages());
        return new Print(templates);
    }

    public static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/print");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    /** Keeps a print under {@code target/print}, to be looked at. */
    public static byte[] keep(String name, byte[] pdf) {
        try {
            var folder = Files.createDirectories(Path.of("target", "print"));
            Files.write(folder.resolve(name + ".pdf"), pdf);
            return pdf;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassLoaderTemplateResolver files() {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding("UTF-8");
        return files;
    }
}
