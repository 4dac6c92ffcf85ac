using BriefBot.Answers.Language;
using BriefBot.Chat.Writing;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Chat;

/// <summary>Answers questions about the folder from the articles' metadata. Safe for concurrent use.</summary>
internal sealed class FolderAnswers(KnowledgeCatalog catalog, IPassageReader passages, ITextAnalyzer analyzer, ReplyIdSource newId)
{
    private const int MaxListed = 40;

    /// <summary>Maximum number of characters shown of a title, path or heading.</summary>
    private const int MaxShown = 120;

    /// <summary>Maximum number of characters shown of a summary or first paragraph.</summary>
    private const int MaxSummary = 600;

    /// <summary>
    /// Returns the reply, or null where the message asks nothing about the folder, or of an article that it does not hold.
    /// </summary>
    public Reply.Sources? Answer(string text) =>
        FolderQuestion.Parse(text) is not { } question
            ? null
            : question.Topic switch
            {
                FolderTopic.Articles => All(),
                FolderTopic.Topics => Topics(),
                FolderTopic.Newest => Newest(),
                FolderTopic.Summary when question.Subject.Length == 0 => Usable is [var only] ? Summary(only) : Topics(),
                _ => Find(question) is { } document ? About(question, document) : null,
            };

    /// <summary>Returns the articles, with the state of those that are not up to date.</summary>
    public Reply.Sources All()
    {
        // Files that are not read, such as pictures, concern only editors.
        IndexedDocument[] documents = [.. catalog.Documents.Where(document => document.State != DocumentState.Skipped)];
        return Of(BotTexts.Sources(Usable.Length), documents.Select(Line), documents.Length);
    }

    private IndexedDocument[] Usable => [.. catalog.Documents.Where(document => document.PassageCount > 0)];

    private Reply.Sources Topics() => Of(BotTexts.Sources(Usable.Length), Usable.Select(Subjects), Usable.Length);

    private Reply.Sources? Newest()
    {
        IndexedDocument[] dated =
        [
            .. Usable
                .Where(document => document.Date is not null)
                .OrderByDescending(document => document.Date)
                .ThenBy(document => document.Path, StringComparer.Ordinal),
        ];
        return dated.Length == 0 ? null : Of(BotTexts.NewestArticles, dated.Select(Line), dated.Length);
    }

    private Reply.Sources? About(FolderQuestion question, IndexedDocument document) =>
        question.Topic switch
        {
            FolderTopic.Summary => Summary(document),
            FolderTopic.Date when document.Date is { } date => Of(BotTexts.ArticleIsOf(Named(document), $"{date:yyyy-MM-dd}")),
            FolderTopic.Date when question.NamesArticle => Of(BotTexts.ArticleHasNoDate(Named(document))),
            FolderTopic.Author
                when Read(document).Select(passage => passage.Author).FirstOrDefault(author => author is { Length: > 0 }) is { } author =>
                Of(BotTexts.ArticleIsBy(Named(document), ShortText.Shorten(author, MaxShown))),
            FolderTopic.Author when question.NamesArticle => Of(BotTexts.ArticleHasNoAuthor(Named(document))),
            _ => null,
        };

    /// <summary>Returns an article's summary, or its first paragraph with its place; then its headings.</summary>
    private Reply.Sources Summary(IndexedDocument document)
    {
        var read = Read(document);
        var said = document.Summary is { Length: > 0 } own
            ? ShortText.Shorten(own, MaxSummary)
            : read.SelectMany(passage =>
                    passage.Blocks.Where(block => block.Kind == BlockKind.Prose).Select(block => Quoted(passage, block))
                )
                .FirstOrDefault();
        string[] headings =
        [
            .. read.Select(passage => passage.Section)
                .Where(section => section.Length > 0)
                .Distinct()
                .Select(section => ShortText.Shorten(section, MaxShown)),
        ];
        return Of(said is null ? Named(document) : $"{Named(document)}: {said}", headings, headings.Length);
    }

    private static string Quoted(Passage passage, TextBlock block) =>
        BotTexts.FirstParagraph(
            ShortText.Shorten(block.Text, MaxSummary),
            SourceLine.Written(new Place(passage.PlaceUnit, block.PlaceAt(0), block.PlaceAt(block.Text.Length - 1)))
        );

    /// <summary>
    /// The article whose title and path hold all words of the subject, else, where it is called an article, its tags and summary too; the
    /// shortest such.
    /// </summary>
    private IndexedDocument? Find(FolderQuestion question)
    {
        string[] asked =
        [
            .. Terms(question.Subject)
                .Where(term => !question.NamesArticle || !Terms("article document doc page file text").Contains(term)),
        ];
        return asked.Length == 0
            ? (question.NamesArticle && Usable is [var only] ? only : null)
            : Best(asked, document => $"{document.Title}\n{document.Path}")
                ?? (
                    question.NamesArticle
                        ? Best(
                            asked,
                            document => $"{document.Title}\n{document.Path}\n{string.Join('\n', document.Tags)}\n{document.Summary}"
                        )
                        : null
                );
    }

    private IndexedDocument? Best(string[] asked, Func<IndexedDocument, string> text) =>
        Usable
            .Select(document =>
                (
                    Document: document,
                    Terms: Terms(text(document).Replace('-', ' ').Replace('_', ' ').Replace('/', ' ').Replace('.', ' ')).ToHashSet()
                )
            )
            .Where(one => asked.All(one.Terms.Contains))
            .OrderBy(one => one.Terms.Count)
            .ThenByDescending(one => one.Document.Date)
            .ThenBy(one => one.Document.Path, StringComparer.Ordinal)
            .Select(one => one.Document)
            .FirstOrDefault();

    private IEnumerable<string> Terms(string text) =>
        analyzer
            .Analyze(text)
            .Where(token => !FunctionWords.Contains(text[token.Start..token.End].ToLowerInvariant()))
            .Select(token => token.Term);

    private IReadOnlyList<Passage> Read(IndexedDocument document)
    {
        try
        {
            return passages.Read(document.Path);
        }
        catch (IndexUnavailableException)
        {
            return [];
        }
    }

    private Reply.Sources Of(string said) => Of(said, [], 0);

    private Reply.Sources Of(string said, IEnumerable<string> lines, int count) =>
        new()
        {
            Id = newId(),
            ElapsedMilliseconds = 0,
            Said = said,
            Lines = [.. lines.Take(MaxListed), .. count > MaxListed ? [BotTexts.AndMore(count - MaxListed)] : Array.Empty<string>()],
        };

    private static string Named(IndexedDocument document) =>
        $"{ShortText.Shorten(document.Title, MaxShown)} ({ShortText.Shorten(document.Path, MaxShown)})";

    /// <summary>An article with its tags, else its summary.</summary>
    private static string Subjects(IndexedDocument document)
    {
        var about = document.Tags.Count > 0 ? string.Join(", ", document.Tags) : document.Summary;
        return about is { Length: > 0 }
            ? $"{ShortText.Shorten(document.Title, MaxShown)}: {ShortText.Shorten(about, MaxSummary)}"
            : ShortText.Shorten(document.Title, MaxShown);
    }

    private static string Line(IndexedDocument document) =>
        string.Join(
            ", ",
            [
                Named(document),
                .. document.Date is { } date ? [$"{date:yyyy-MM-dd}"] : Array.Empty<string>(),
                .. State(document.State) is { } state ? [state] : Array.Empty<string>(),
            ]
        );

    private static string? State(DocumentState state) =>
        state switch
        {
            DocumentState.Indexed => null,
            DocumentState.Stale => BotTexts.Stale,
            _ => BotTexts.Unread,
        };
}
