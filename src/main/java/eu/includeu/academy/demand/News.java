package eu.includeu.academy.demand;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.NeedNews;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells coordinators that somebody is writing what their needs wait for, and that others lack the same. */
@Component
class News implements NeedNews {

    private static final int LINES = 3;

    private final Briefing briefing;
    private final Pooling pooling;
    private final Competencies competencies;

    News(Briefing briefing, Pooling pooling, Competencies competencies) {
        this.briefing = briefing;
        this.pooling = pooling;
        this.competencies = competencies;
    }

    @Override
    public Mono<List<Line>> of(Account me, Locale locale, Need.@Nullable Id need) {
        return Mono.zip(briefing.waiting(me), pooling.invitations(me), (briefs, invitations) -> {
            var lines = new ArrayList<Line>();
            briefs.stream()
                    .filter(each -> need == null || each.need().equals(need.value()))
                    .map(Briefs.Waiting::brief)
                    .distinct()
                    .limit(LINES)
                    .forEach(brief -> lines.add(written(brief, locale)));
            if (need == null) {
                var open = invitations.stream()
                        .filter(each -> each.answer() == Pool.Answer.ASKED)
                        .count();
                if (open > 0) {
                    lines.add(new Line("news.pools", List.of(open), "/pools"));
                }
            }
            return List.copyOf(lines);
        });
    }

    private Line written(Brief brief, Locale locale) {
        return new Line(
                "news.brief",
                List.of(
                        brief.byline(),
                        competencies.find(brief.rung().competency()).name(locale),
                        brief.rung().level(),
                        Languages.nameOf(brief.language())),
                null);
    }
}
