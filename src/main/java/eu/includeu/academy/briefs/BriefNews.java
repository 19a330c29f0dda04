package eu.includeu.academy.briefs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.NeedNews;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Languages;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells coordinators that somebody is writing what their needs wait for. */
@Component
class BriefNews implements NeedNews {

    private static final int LINES = 3;

    private final Briefing briefing;
    private final Competencies competencies;

    BriefNews(Briefing briefing, Competencies competencies) {
        this.briefing = briefing;
        this.competencies = competencies;
    }

    @Override
    public Mono<List<Line>> of(Account me, Locale locale, Need.@Nullable Id need) {
        return briefing.waiting(me).map(waiting -> waiting.stream()
                .filter(each -> need == null || each.need().equals(need.value()))
                .map(Briefs.Waiting::brief)
                .distinct()
                .limit(LINES)
                .map(brief -> line(brief, locale))
                .toList());
    }

    private Line line(Brief brief, Locale locale) {
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
