package io.dramatis.portrait.provider.openai;

import io.dramatis.portrait.outside.OutsideHttp;
import io.dramatis.portrait.outside.PublicHosts;
import io.dramatis.portrait.provider.ImageProvider;
import io.dramatis.portrait.provider.ImageProviderFamily;
import io.dramatis.portrait.provider.PicturePlaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All configured servers of this kind. */
@ApplicationScoped
class OpenAiFamily implements ImageProviderFamily {

    private final List<ImageProvider> members;

    OpenAiFamily(OpenAiConfig config, OutsideHttp http, PublicHosts hosts, PicturePlaces places) {
        this.members = config.servers().entrySet().stream()
                .<ImageProvider>map(entry -> new OpenAiProvider(entry.getKey(), entry.getValue(), http, hosts, places))
                .toList();
    }

    @Override
    public List<ImageProvider> members() {
        return members;
    }
}
