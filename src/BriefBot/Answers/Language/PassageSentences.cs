using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Language;

/// <summary>A passage cut into sentences, with the data for ranking that does not depend on the question.</summary>
internal sealed class PassageSentences
{
    private PassageSentences(Passage passage, IReadOnlyList<AnswerUnit> units)
    {
        Passage = passage;
        AnswerUnits = units;
    }

    public Passage Passage { get; }

    /// <summary>In reading order; never empty.</summary>
    public required IReadOnlyList<Sentence> Sentences { get; init; }

    /// <summary>The units that can answer, in reading order; may be empty.</summary>
    public IReadOnlyList<AnswerUnit> AnswerUnits { get; }

    /// <summary>The analysed words of the article's title and of its file's name.</summary>
    public required IReadOnlySet<string> Title { get; init; }

    /// <summary>The title, the file's name and the headings above the passage, each analysed.</summary>
    public required IReadOnlyList<HeadingText> Above { get; init; }

    /// <summary>The analysed words of the headings above the passage.</summary>
    public required IReadOnlySet<string> Headings { get; init; }

    /// <summary>The words of the innermost heading, or of the title where there is none.</summary>
    public required IReadOnlySet<string> Heading { get; init; }

    /// <summary>Indicates whether the innermost heading contains a date, as in minutes and changelogs.</summary>
    public required bool IsDated { get; init; }

    /// <summary>The analysed words of the sentences, the title and the headings.</summary>
    public IEnumerable<string> Terms =>
        Sentences.SelectMany(sentence => sentence.Words.Select(word => word.Term)).Concat(Title).Concat(Headings);

    public static PassageSentences Parse(Passage passage, ITextAnalyzer analyzer)
    {
        var sentences = new List<Sentence>();
        Sentence? header = null;
        foreach (var block in passage.Blocks)
        {
            header = HeaderOf(block, sentences, header);
            foreach (var span in SentenceSplitter.Cut(block))
            {
                sentences.Add(
                    new Sentence(block, span, sentences.Count)
                    {
                        OwnWords = Word.Analyze(block.Text.Substring(span.Start, span.Length), analyzer),
                        HeaderWords = header?.Words ?? [],
                        Header = header?.Ordinal,
                    }
                );
            }
        }

        return new PassageSentences(passage, UnitCutter.Cut(passage))
        {
            Sentences = sentences,
            Above =
            [
                HeadingText.Parse(passage.Title, analyzer),
                HeadingText.Parse(passage.FileName, analyzer),
                .. passage
                    .Headings.Concat(passage.Box is { } box ? [box] : Array.Empty<string>())
                    .Zip(passage.SearchedHeadings, (heading, searched) => HeadingText.Parse(heading, analyzer, searched)),
            ],
            Title = Analyzed($"{passage.Title}\n{passage.FileName}", analyzer),
            Headings = Analyzed(string.Join('\n', passage.SearchedHeadings), analyzer),
            Heading = Analyzed(passage.SearchedHeadings.LastOrDefault(passage.Title), analyzer),
            IsDated = passage.Headings.Count > 0 && FactReader.Read(passage.Headings[^1]).Any(fact => fact.Kind == FactKind.Date),
        };
    }

    /// <summary>The same passage read in other words.</summary>
    public PassageSentences ReadAs(IReadOnlyList<Sentence> sentences, Func<IReadOnlySet<string>, IReadOnlySet<string>> reading) =>
        new(Passage, AnswerUnits)
        {
            IsDated = IsDated,
            Sentences = sentences,
            Above = Above,
            Title = reading(Title),
            Headings = reading(Headings),
            Heading = reading(Heading),
        };

    /// <summary>Returns the header row of a row, or the line that introduces a header row or a list.</summary>
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

    private static HashSet<string> Analyzed(string text, ITextAnalyzer analyzer) => [.. analyzer.Analyze(text).Select(token => token.Term)];
}
