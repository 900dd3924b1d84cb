package app.clientele.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.generated.precompiled.DynamicTemplates;
import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.generated.precompiled.Templates;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Templates compiled into the program, or read from the sources while developing. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {
    @Bean
    Templates templates(@Value("${clientele.dev:false}") boolean dev) {
        return dev ? new DynamicTemplates(sources()) : new StaticTemplates();
    }

    private static TemplateEngine sources() {
        var engine =
                TemplateEngine.create(
                        new DirectoryCodeResolver(Path.of("src/main/jte")),
                        Path.of("target/jte-dev"),
                        ContentType.Html,
                        SiteConfiguration.class.getClassLoader());
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Bean
    MessageSource messageSource(@Value("${clientele.dev:false}") boolean dev) {
        return dev ? reloading() : bundled();
    }

    private static MessageSource bundled() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static MessageSource reloading() {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("file:src/main/resources/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setCacheSeconds(1);
        return messages;
    }

    @Bean
    WebMvcRegistrations routes() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new Routes();
            }
        };
    }

    @Bean
    LocaleResolver localeResolver() {
        return new ReaderLocale();
    }
}
