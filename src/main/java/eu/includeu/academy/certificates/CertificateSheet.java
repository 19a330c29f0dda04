package eu.includeu.academy.certificates;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says, word for word, as it was frozen when it was issued.
 *
 * @param name the official's name on the day of issue
 * @param authority where the official works
 * @param title the module's title, in the language the official learned in
 * @param titleLanguage that language
 * @param version the module's version
 * @param theme the theme's key, which gives the colours
 * @param themeName the theme's name in the certificate's language
 * @param skills what was shown, one entry a competency
 * @param scoreBand the result in words
 * @param minutes the learning time
 * @param issued the day of issue
 * @param validUntil the last day it is valid, or null when it does not expire
 * @param number the number by which anyone can check it
 * @param checkPage the address of the page where numbers are checked, as people type it
 * @param checkLink the address that opens this certificate's check at once; the QR code holds it
 */
public record CertificateSheet(
        String name,
        String authority,
        String title,
        Locale titleLanguage,
        String version,
        String theme,
        String themeName,
        List<Skill> skills,
        String scoreBand,
        int minutes,
        LocalDate issued,
        @Nullable LocalDate validUntil,
        CertificateNumber number,
        String checkPage,
        String checkLink) {

    public CertificateSheet {
        skills = List.copyOf(skills);
    }

    /**
     * One competency, the level that was reached, and what that means in words.
     *
     * @param name the competency's name, in the certificate's language
     * @param level the highest level shown, 1 to 4
     * @param levelName that level's name
     * @param statements what the official can do: one sentence for each level shown, lowest first
     * @param language the language of the statements
     */
    public record Skill(String name, int level, String levelName, List<String> statements, Locale language) {

        public Skill {
            statements = List.copyOf(statements);
        }

        public String statement() {
            return String.join(" ", statements);
        }
    }
}
