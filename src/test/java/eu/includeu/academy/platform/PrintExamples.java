package eu.includeu.academy.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import reactor.core.publisher.Mono;

/** A press with the real templates and messages, without the rest of the application, and a folder to look at prints. */
public final class PrintExamples {

    public static final List<Locale> LANGUAGES =
            Languages.ALL.stream().map(Locale::forLanguageTag).toList();

    private PrintExamples() {}

    public static Print print() {
        var templates = new SpringWebFluxTemplateEngine();
        templates.setTemplateResolver(files());
        templates.setTemplateEngineMessageSource(messages());
        return new Print(templates);
    }

    public static MessageSource messages() {
        try {
            return Messages.messageSource();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a print, and keeps it under {@code target/print} to be looked at. */
    public static byte[] keep(String name, Mono<byte[]> print) {
        try {
            var pdf = Objects.requireNonNull(print.block());
            Files.write(Files.createDirectories(Path.of("target", "print")).resolve(name + ".pdf"), pdf);
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
