package eu.includeu.academy.exchange;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import java.util.UUID;

/** A local measure that others can learn from, as its authority tells of it. */
record Practice(
        Authority.Id authority, Id id, Competency.Id competency, String title, String summary, boolean published) {

    /** Which practice. */
    record Id(UUID value) {

        /** What is no identifier names no practice. */
        static Id of(String text) {
            try {
                return new Id(UUID.fromString(text));
            } catch (IllegalArgumentException malformed) {
                throw new Missing(text);
            }
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_SUMMARY = 2000;

    /** As a coordinator hands it in; it is published once an administrator has read it. */
    static Practice submit(
            Authority.Id authority, String competency, String title, String summary, Competencies competencies) {
        var known = competencies.all().stream()
                .filter(each -> each.id().value().equals(competency))
                .findFirst();
        Refused.checks()
                .when(known.isEmpty(), "competency", "practice.competency.missing")
                .when(title.isBlank(), "title", "practice.title.missing")
                .when(title.length() > LONGEST_TITLE, "title", "visit.long", title.length(), LONGEST_TITLE)
                .when(summary.isBlank(), "summary", "practice.summary.missing")
                .when(summary.length() > LONGEST_SUMMARY, "summary", "visit.long", summary.length(), LONGEST_SUMMARY)
                .done();
        return new Practice(
                authority, new Id(UUID.randomUUID()), known.orElseThrow().id(), title.strip(), summary.strip(), false);
    }
}
