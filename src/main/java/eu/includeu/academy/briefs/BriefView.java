package eu.includeu.academy.briefs;

import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Languages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A brief as its page and lists show it.
 *
 * @param concerned names of the authorities that wait, as far as the asker may know them
 */
public record BriefView(
        String id,
        Competency competency,
        int level,
        String reason,
        String language,
        String languageName,
        String byline,
        @Nullable UUID draft,
        int authorities,
        int officials,
        @Nullable LocalDate deadline,
        String state,
        LocalDate taken,
        @Nullable LocalDate ended,
        @Nullable String deliveredBy,
        @Nullable String why,
        List<String> concerned) {

    static BriefView of(Brief brief, Competencies competencies) {
        return of(brief, competencies, List.of());
    }

    static BriefView of(Brief brief, Competencies competencies, List<String> concerned) {
        var ended = brief.ended();
        return new BriefView(
                brief.id().toString(),
                competencies.find(brief.rung().competency()),
                brief.rung().level(),
                brief.reason().key(),
                brief.language(),
                Languages.nameOf(brief.language()),
                brief.byline(),
                brief.draft(),
                brief.authorities(),
                brief.officials(),
                brief.deadline(),
                brief.state().key(),
                day(brief.taken()),
                ended == null ? null : day(ended),
                brief.deliveredBy(),
                brief.why(),
                List.copyOf(concerned));
    }

    public boolean isOpen() {
        return state.equals("taken");
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Clock.ZONE);
    }
}
