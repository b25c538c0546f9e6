package io.dramatis.gateway.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageUrlsTest {

    private final ImageUrls urls = new ImageUrls(ImageConfigs.with(Map.of(
            "test.trusted-origins", "http://localhost:8090/images,https://mirror.example/",
            "test.hosts", "s4.anilist.co,upload.wikimedia.org")));

    @ParameterizedTest
    @CsvSource({
        "https://s4.anilist.co/a/b.png, https://s4.anilist.co/a/b.png",
        "HTTPS://S4.AniList.CO/a/B.png, https://s4.anilist.co/a/B.png",
        "https://s4.anilist.co:443/a, https://s4.anilist.co/a",
        "https://s4.anilist.co, https://s4.anilist.co/",
        "https://s4.anilist.co/a?b=c%20d#e, https://s4.anilist.co/a?b=c%20d",
        "https://upload.wikimedia.org/%C3%84/Ünï.png, https://upload.wikimedia.org/%C3%84/%C3%9Cn%C3%AF.png",
        "http://localhost:8090/images/a/b.png, http://localhost:8090/images/a/b.png",
        "https://mirror.example/x.png?w=1, https://mirror.example/x.png?w=1",
    })
    void takesTheSourcesImages(String asked, String fetched) {
        Optional<ImageUrl> url = urls.ask(asked, new ArrayList<>());

        assertThat(url).map(ImageUrl::uri).map(Object::toString).contains(fetched);
    }

    /** Whatever somebody's parser may make of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // Other schemes
                "http://s4.anilist.co/a.png",
                "ftp://s4.anilist.co/a.png",
                "file:///etc/passwd",
                "data:image/png;base64,iVBORw0KGgo=",
                "javascript:alert(1)",
                "gopher://s4.anilist.co/a.png",
                "jar:https://s4.anilist.co/a.jar!/a.png",
                "//s4.anilist.co/a.png",
                "s4.anilist.co/a.png",
                "/a.png",
                "https:s4.anilist.co/a.png",
                "https:/s4.anilist.co/a.png",
                "https:///s4.anilist.co/a.png",
                "https:\\\\s4.anilist.co\\a.png",
                // Other places
                "https://example.com/a.png",
                "https://s4.anilist.co.example.com/a.png",
                "https://xs4.anilist.co/a.png",
                "https://x.s4.anilist.co/a.png",
                "https://anilist.co/a.png",
                "https://s4.anilist.co./a.png",
                "https://s4.anilist.co../a.png",
                "https://.s4.anilist.co/a.png",
                "https://s4%2eanilist.co/a.png",
                "https://s4.anilist.co%2f.example.com/a.png",
                "https://example.com/https://s4.anilist.co/a.png",
                "https://example.com?s4.anilist.co/a.png",
                "https://example.com#s4.anilist.co/a.png",
                "https://example.com\\s4.anilist.co/a.png",
                "https://s4.anilist.co\\@example.com/a.png",
                "https://s4.anilist.co,example.com/a.png",
                "https://s4.anilist.co;example.com/a.png",
                "https://archive.org/a.png",
                // Letters that look alike, or become alike
                "https://ſ4.anilist.co/a.png",
                "https://s4.anılist.co/a.png",
                "https://s4。anilist。co/a.png",
                "https://ｓ4.anilist.co/a.png",
                "https://s4.an\u00adilist.co/a.png",
                "https://xn--s4-x.anilist.co/a.png",
                // Users and ports
                "https://user@s4.anilist.co/a.png",
                "https://user:password@s4.anilist.co/a.png",
                "https://@s4.anilist.co/a.png",
                "https://s4.anilist.co@example.com/a.png",
                "https://s4.anilist.co:443@example.com/a.png",
                "https://s4.anilist.co:80/a.png",
                "https://s4.anilist.co:8443/a.png",
                "https://s4.anilist.co:-1/a.png",
                "https://s4.anilist.co:65979/a.png",
                "https://s4.anilist.co:x/a.png",
                "https://s4.anilist.co:443:443/a.png",
                // Addresses in every spelling
                "https://127.0.0.1/a.png",
                "https://127.1/a.png",
                "https://2130706433/a.png",
                "https://0x7f000001/a.png",
                "https://0x7f.0.0.1/a.png",
                "https://0177.0.0.1/a.png",
                "https://017700000001/a.png",
                "https://0/a.png",
                "https://127.0.0.1./a.png",
                "https://127.0.0.1%00.s4.anilist.co/a.png",
                "https://１２７.０.０.１/a.png",
                "https://①②⑦.⓪.⓪.①/a.png",
                "https://127。0。0。1/a.png",
                "https://169.254.169.254/latest/meta-data",
                "https://0xa9fea9fe/latest/meta-data",
                "https://[::1]/a.png",
                "https://[::]/a.png",
                "https://[::ffff:127.0.0.1]/a.png",
                "https://[0:0:0:0:0:ffff:7f00:1]/a.png",
                "https://[fe80::1%25eth0]/a.png",
                "https://[fd00:ec2::254]/a.png",
                "https://[64:ff9b::7f00:1]/a.png",
                "https://[::1]s4.anilist.co/a.png",
                "https://localhost/a.png",
                "https://localhost.localdomain/a.png",
                "https://metadata.google.internal/a.png",
                // Out of the trusted part
                "http://localhost:8090/imagesx/a.png",
                "http://localhost:8090/images",
                "http://localhost:8090/images/../_faults",
                "http://localhost:8090/images/%2e%2e/_faults",
                "http://localhost:8090/images/..%2f_faults",
                "http://localhost:8090/images/%2E./_faults",
                "http://localhost:8090/images/a%5c..%5c_faults",
                "http://localhost:8090/_calls",
                "http://localhost:8091/images/a.png",
                "http://localhost/images/a.png",
                "https://localhost:8090/images/a.png",
                "http://user@localhost:8090/images/a.png",
                "http://127.0.0.1:8090/images/a.png",
                // No URL at all
                "",
                " ",
                "https://",
                "https://s4.anilist.co/a b.png",
                "https://s4.anilist.co/a\u0000.png",
                "https://s4.anilist.co/a\r\nHost: example.com",
                "https://s4.anilist.co/%zz",
                " https://s4.anilist.co/a.png",
            })
    void refusesEverythingElse(String asked) {
        List<String> faults = new ArrayList<>();

        assertThat(urls.ask(asked, faults)).isEmpty();
        assertThat(faults).isNotEmpty().doesNotContainNull();
    }

    @Test
    void refusesWhatIsTooLong() {
        List<String> faults = new ArrayList<>();

        assertThat(urls.ask("https://s4.anilist.co/" + "a".repeat(2048), faults))
                .isEmpty();
        assertThat(faults).hasSize(1);
    }

    @Test
    void namesEverythingThatIsWrong() {
        List<String> faults = new ArrayList<>();

        urls.ask("http://user@example.com:8080/a.png", faults);

        assertThat(faults)
                .hasSize(4)
                .anyMatch(fault -> fault.contains("https://"))
                .anyMatch(fault -> fault.contains("user"))
                .anyMatch(fault -> fault.contains("port"))
                .anyMatch(fault -> fault.contains("s4.anilist.co, upload.wikimedia.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "/b.png, https://s4.anilist.co/b.png",
        "b.png?x, https://s4.anilist.co/dir/b.png?x",
        "../b.png, https://s4.anilist.co/b.png",
        "//upload.wikimedia.org/b.png, https://upload.wikimedia.org/b.png",
        "https://archive.org/b.png, https://archive.org/b.png",
        "https://ia800505.us.archive.org/b.png, https://ia800505.us.archive.org/b.png",
        "http://localhost:8090/images/b.png, http://localhost:8090/images/b.png",
    })
    void followsRedirectsToTheSourcesOwnHosts(String location, String followed) {
        assertThat(urls.follow(url(), location))
                .map(ImageUrl::uri)
                .map(Object::toString)
                .contains(followed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://s4.anilist.co/b.png",
                "https://example.com/b.png",
                "//example.com/b.png",
                "https://us.archive.org/b.png",
                "https://a.b.us.archive.org/b.png",
                "https://evil-us.archive.org/b.png",
                "https://127.0.0.1/b.png",
                "http://169.254.169.254/latest/meta-data",
                "https://s4.anilist.co:8443/b.png",
                "https://user@s4.anilist.co/b.png",
                "http://localhost:8090/_faults",
                "file:///etc/passwd",
                "data:image/png;base64,iVBORw0KGgo=",
                "https://s4.anilist.co/b .png",
            })
    void followsNoOtherRedirects(String location) {
        assertThat(urls.follow(url(), location)).isEmpty();
        assertThat(urls.follow(url(), null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "localhost", "S4.anilist.co", "https://s4.anilist.co", "*", "*.co:8080", "[::1]"})
    void isConfiguredWithNamesOnly(String host) {
        assertThatThrownBy(() -> new ImageUrls(ImageConfigs.with(Map.of("test.hosts", host))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8090/images", "/images", "http://localhost/images?x=y"})
    void isConfiguredWithWholeOriginsOnly(String origin) {
        assertThatThrownBy(() -> new ImageUrls(ImageConfigs.with(Map.of("test.trusted-origins", origin))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trusted-origins");
    }

    private ImageUrl url() {
        return urls.ask("https://s4.anilist.co/dir/a.png", new ArrayList<>()).orElseThrow();
    }
}
