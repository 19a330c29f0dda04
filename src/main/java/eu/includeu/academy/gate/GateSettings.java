package eu.includeu.academy.gate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How wide the gate is.
 *
 * @param places how many requests of people with a session are worked on at once
 * @param visitors how many of people without one, besides
 * @param waiting how many more of each may wait for a place
 * @param patience how long one waits before it is turned away
 * @param longest how long one request may take; streams and downloads excepted
 * @param head how long the head of a request may take to arrive, from its first byte on
 * @param body how long its body may take after that
 * @param heartbeat how often the database is asked whether it is there
 * @param farewell how long a node that is stopping, and says that it is not ready, still takes requests: long enough for
 *     the proxy before it to notice
 */
@ConfigurationProperties("academy.gate")
record GateSettings(
        @DefaultValue("64") int places,
        @DefaultValue("32") int visitors,
        @DefaultValue("256") int waiting,
        @DefaultValue("1s") Duration patience,
        @DefaultValue("30s") Duration longest,
        @DefaultValue("10s") Duration head,
        @DefaultValue("30s") Duration body,
        @DefaultValue("500ms") Duration heartbeat,
        @DefaultValue("0s") Duration farewell) {}
