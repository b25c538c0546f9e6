package io.dramatis.gateway.source;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Brings the sources' markup to plain text: no tags, no markdown, no spoilers. Null where nothing is left. */
public final class SourceText {

    /** Longest text that is kept, in characters; more is cut at a word with an ellipsis. */
    static final int MAX_LENGTH = 1_500;

    /** What is looked at of a longer one; together with the bounded patterns it keeps hostile markup cheap. */
    private static final int MAX_MARKUP = 12_000;

    private static final Pattern SPOILER = Pattern.compile("~!.*?(?:!~|\\z)", Pattern.DOTALL);
    private static final Pattern EMBED = Pattern.compile("(?:img\\d*%?|youtube|webm)\\(\\s*[^)]{0,500}\\)");
    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]{0,300}]\\([^)]{0,500}\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]{0,300})]\\([^)]{0,500}\\)");
    private static final Pattern CENTRED = Pattern.compile("~~~");
    private static final Pattern STRIKE = Pattern.compile("~~");
    private static final Pattern STRONG = Pattern.compile("(\\*\\*|__)(?=\\S)([^\n]{1,300}?)(?<=\\S)\\1");
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\p{L}\\p{N}*_])([*_])\\s?(?=\\S)([^*_\n]{1,300}?)\\1(?![\\p{L}\\p{N}*_])");
    private static final Pattern HEADING = Pattern.compile("(?m)^\\s{0,3}(?:#{1,6}|>)\\s*");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\x0B\\f\\u00A0\\u200B]+");
    private static final Pattern EMPTY_LABEL = Pattern.compile("(?m)^[\\p{L} ]{1,30}:[ \\t]*$\n?");
    private static final Pattern LINE_EDGES = Pattern.compile(" ?\n ?");
    private static final Pattern MANY_LINES = Pattern.compile("\n{3,}");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    private SourceText() {}

    /** AniList's markdown, HTML among it; {@code ~!spoilers!~} are cut out, an unclosed one to the end. */
    public static String fromAniListMarkdown(String markdown) {
        if (markdown == null) {
            return null;
        }
        String text = SPOILER.matcher(bounded(markdown)).replaceAll("");
        text = EMBED.matcher(text).replaceAll("");
        text = IMAGE.matcher(text).replaceAll("");
        text = LINK.matcher(text).replaceAll("$1");
        text = HEADING.matcher(text).replaceAll("");
        text = CENTRED.matcher(text).replaceAll("");
        text = STRIKE.matcher(text).replaceAll("");
        text = STRONG.matcher(text).replaceAll("$2");
        text = EMPHASIS.matcher(text).replaceAll("$2");
        text = text.indexOf('<') < 0 && text.indexOf('&') < 0 ? text : stripHtml(text);
        // A label whose value was a spoiler says nothing any more.
        return tidy(EMPTY_LABEL.matcher(tidyBlanks(text)).replaceAll(""));
    }

    /** HTML; line breaks and paragraphs become line breaks. */
    public static String fromHtml(String html) {
        return html == null ? null : tidy(stripHtml(bounded(html)));
    }

    /** Text that should be plain already. */
    public static String plain(String text) {
        return text == null ? null : tidy(bounded(text));
    }

    private static String bounded(String text) {
        return text.length() <= MAX_MARKUP ? text : text.substring(0, MAX_MARKUP);
    }

    private static String stripHtml(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        body.select("script, style, .markdown_spoiler").remove();
        StringBuilder text = new StringBuilder(html.length());
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(words.getWholeText());
                        } else if (node.nameIs("br")) {
                            text.append('\n');
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node.nameIs("p") || node.nameIs("div") || node.nameIs("li")) {
                            text.append('\n');
                        }
                    }
                },
                body);
        return text.toString();
    }

    private static String tidyBlanks(String text) {
        String plain = CONTROLS.matcher(text.replace("\r\n", "\n")).replaceAll("");
        return LINE_EDGES.matcher(BLANKS.matcher(plain).replaceAll(" ")).replaceAll("\n");
    }

    private static String tidy(String text) {
        String tidy = MANY_LINES.matcher(tidyBlanks(text)).replaceAll("\n\n").strip();
        if (tidy.isEmpty()) {
            return null;
        }
        if (tidy.length() <= MAX_LENGTH) {
            return tidy;
        }
        int cut = tidy.lastIndexOf(' ', MAX_LENGTH - 1);
        if (cut < MAX_LENGTH / 2) {
            cut = Character.isHighSurrogate(tidy.charAt(MAX_LENGTH - 2)) ? MAX_LENGTH - 2 : MAX_LENGTH - 1;
        }
        return tidy.substring(0, cut).stripTrailing() + "…";
    }
}
