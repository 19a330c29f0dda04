package eu.includeu.academy.matching;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Where this feature reads its settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Weights.class)
class MatchingWiring {}
