package eu.includeu.academy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Where the academy starts. */
@SpringBootApplication
public class Academy {

    public static void main(String[] arguments) {
        SpringApplication.run(Academy.class, arguments);
    }
}
