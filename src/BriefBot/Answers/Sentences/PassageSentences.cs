using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Sentences;

/// <summary>A passage cut into sentences, with what their ranking needs to know whatever is asked.</summary>
internal sealed class PassageSentences
{
    public PassageSentences(Passage passage, IReadOnlyList<Sentence> sentences, IReadOnlySet<string> title, IReadOnlySet<string> headings)
    {
        Passage = passage;
        Sentences = sentences;
        Title = title;
        Headings = headings;
    }

    public Passage Passage { get; }

    /// <summary>In reading order; never empty.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>The analysed words of the article's title.</summary>
    public IReadOnlySet<string> Title { get; }

    /// <summary>The analysed words of the headings above the passage.</summary>
    public IReadOnlySet<string> Headings { get; }

    /// <summary>The analysed words of the sentences, the title and the headings.</summary>
    public IEnumerable<string> Terms => Sentences.SelectMany(sentence => sentence.Words.Select(word => word.Term)).Concat(Title).Concat(Headings);

    public static PassageSentences Of(Passage passage, ITextAnalyzer analyzer)
    {
        var sentences = new List<Sentence>();
        Sentence? header = null;
        foreach (var block in passage.Blocks)
        {
            header = HeaderOf(block, sentences, header);
            foreach (var span in SentenceSplitter.Cut(block))
            {
                sentences.Add(new Sentence(block, span, sentences.Count)
                {
                    OwnWords = Words(block.Text.Substring(span.Start, span.Length), analyzer),
                    HeaderWords = header?.Words ?? [],
                    Header = header?.Ordinal,
                });
            }
        }

        return new PassageSentences(passage, sentences, Analyzed(passage.Title, analyzer), Analyzed(string.Join('\n', passage.Headings), analyzer));
    }

    /// <summary>Of a row the header row, of a header row and of a list the line that introduces it.</summary>
    private static Sentence? HeaderOf(TextBlock block, List<Sentence> before, Sentence? header)
    {
        var last = before.Count > 0 ? before[^1] : null;
        return block.Kind switch
        {
            BlockKind.Prose or BlockKind.Code => null,
            BlockKind.TableRow when last?.Block.Kind == BlockKind.TableHeader => last,
            BlockKind.TableHeader or BlockKind.TableRow or BlockKind.ListItem when last?.Block.Kind == block.Kind => header,
            _ => last is not null && last.Text.EndsWith(':') ? last : null,
        };
    }

    private static Word[] Words(string text, ITextAnalyzer analyzer) =>
        [.. analyzer.Analyze(text).Select(token => new Word(token.Term, text[token.Start..token.End].ToLowerInvariant(), token.Start))];

    private static HashSet<string> Analyzed(string text, ITextAnalyzer analyzer) => [.. analyzer.Analyze(text).Select(token => token.Term)];
}
