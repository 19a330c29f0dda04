package eu.includeu.academy.competencies;

import java.util.Locale;

/**
 * One of the six groups of competencies: five fields of local policy, and what serves them all.
 *
 * @param id the key that data, colours and addresses share, such as {@code housing}
 * @param prefix how the identifiers of its competencies begin, such as {@code HOU}
 */
public record Theme(String id, String prefix, Names names) {

    public String name(Locale language) {
        return names.in(language);
    }
}
