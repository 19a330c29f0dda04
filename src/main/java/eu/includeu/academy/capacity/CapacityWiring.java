package eu.includeu.academy.capacity;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Where this feature reads its settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Weights.class)
class CapacityWiring {}
