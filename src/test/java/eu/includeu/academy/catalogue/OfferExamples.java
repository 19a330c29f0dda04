package eu.includeu.academy.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Offers to start from. */
public final class OfferExamples {

    private OfferExamples() {}

    /** A module that is titled by its name. */
    public static Offer offer(String module, int minutes, String... languages) {
        return offer(module, module, minutes, List.of(languages));
    }

    static Offer titled(String title) {
        return offer(title, title, 60, List.of("sl"));
    }

    private static Offer offer(String module, String title, int minutes, List<String> languages) {
        return new Offer(
                new VersionId(module, "1.0.0"),
                "housing",
                title,
                "A summary.",
                languages.get(0),
                "original",
                languages,
                minutes,
                3,
                List.of(),
                List.of(),
                List.of(),
                LocalDate.of(2027, 11, 30),
                "Ana Kovač",
                "Pieter de Wit",
                List.of("EU"),
                36,
                new QuizRule(20, new BigDecimal("0.7"), 3, 24, null));
    }
}
