package eu.includeu.academy.welcome;

import eu.includeu.academy.assignments.Asked;
import eu.includeu.academy.capacity.NeedFigures;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.certificates.CertificateFigures;
import eu.includeu.academy.progress.Next;
import eu.includeu.academy.progress.Taken;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An official's home: the one thing to go on with, all that is taken or asked for, what is due, and the square.
 *
 * @param greeting morning, afternoon or evening
 * @param going what to go on with, or null
 * @param next what is to be done there, or null
 * @param suggested what to begin with while nothing is taken
 * @param due what a coordinator asked for, the most urgent first
 * @param together lessons that all colleagues have finished; null where they are too few to tell
 */
public record Home(
        String name,
        String greeting,
        String authority,
        @Nullable Taken going,
        @Nullable Next next,
        List<Row> rows,
        List<Offer> suggested,
        List<Due> due,
        @Nullable News news,
        Square square,
        @Nullable Long together) {

    /**
     * A module in the list.
     *
     * @param language of the title: another one where there is no edition in the reader’s
     * @param by who answers for it
     * @param wanted whether the authority asked for it and it is not begun
     * @param certified since when there is a certificate for it, or null
     */
    public record Row(
            String module,
            String title,
            String language,
            String theme,
            String by,
            boolean wanted,
            List<String> strip,
            int lessonsLeft,
            int minutesLeft,
            boolean begun,
            boolean completed,
            @Nullable LocalDate certified) {

        /** The message that says how far it is. */
        public String state() {
            if (certified != null) {
                return "home.state.certified";
            }
            if (completed) {
                return "home.state.completed";
            }
            if (!begun) {
                return "home.state.new";
            }
            return lessonsLeft == 0 ? "home.state.quiz" : "home.state.left";
        }
    }

    /** A day by which something is to be done. */
    public record Due(LocalDate day, boolean late, String title, String language, String module, int minutes) {}

    /** What changed at the authority: a need was declared. */
    public record News(NeedFigures.Declared need, LocalDate day) {}

    /** The module that comes next: what is gone on with, or what was asked for and is not begun. */
    public @Nullable Row first() {
        return rows.stream()
                .filter(row -> going == null ? row.wanted() : row.module().equals(going.module()))
                .findFirst()
                .orElse(null);
    }

    /** Whether there is a lesson to go on with, and not a quiz or something to wait for. */
    public boolean isAtLesson() {
        return going != null && next != null && next.is("CONTINUE");
    }

    static Row row(Taken taken, List<CertificateFigures.Issued> certificates, java.time.ZoneId zone) {
        return new Row(
                taken.module(),
                taken.title(),
                taken.offer().language(),
                taken.offer().theme(),
                taken.offer().byline(),
                false,
                taken.strip(),
                taken.enrolment().left(),
                taken.minutesLeft(),
                taken.enrolment().done() > 0
                        || taken.enrolment().state() != eu.includeu.academy.progress.Enrolment.State.ENROLLED,
                taken.isCompleted(),
                certificates.stream()
                        .filter(certificate -> certificate.module().equals(taken.module()))
                        .map(certificate -> LocalDate.ofInstant(certificate.issued(), zone))
                        .findFirst()
                        .orElse(null));
    }

    static Row row(Asked asked) {
        var offer = asked.offer();
        return new Row(
                offer.id().module(),
                offer.title(),
                offer.language(),
                offer.theme(),
                offer.byline(),
                true,
                java.util.Collections.nCopies(offer.lessons(), "empty"),
                offer.lessons(),
                offer.minutes(),
                false,
                false,
                null);
    }
}
