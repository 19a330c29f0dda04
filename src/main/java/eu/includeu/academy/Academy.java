package eu.includeu.academy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Where the academy starts. Two features may use the same word for what each of them does. */
@SpringBootApplication(
        exclude = ReactiveUserDetailsServiceAutoConfiguration.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableScheduling
public class Academy {

    public static void main(String[] arguments) {
        SpringApplication.run(Academy.class, arguments);
    }
}
