using BriefBot.Knowledge;
using BriefBot.Retrieval;

namespace BriefBot.Chat;

/// <summary>Suggests questions from the titles and headings of the articles. Safe for concurrent use.</summary>
internal sealed class QuestionSuggestions
{
    /// <summary>Maximum number of titles and headings kept.</summary>
    private const int MaxTexts = 5_000;

    /// <summary>Maximum length of a suggestion in characters, as networks allow; longer headings are left out.</summary>
    private const int MaxLength = 75;

    private readonly KnowledgeCatalog _catalog;
    private readonly IPassageReader _passages;
    private Lazy<string[]> _texts;

    public QuestionSuggestions(KnowledgeCatalog catalog, IPassageReader passages)
    {
        (_catalog, _passages) = (catalog, passages);
        _texts = Unread();
        catalog.Replaced += () => Volatile.Write(ref _texts, Unread());
    }

    /// <summary>Returns titles and headings that hold a word for each word typed, of which the last may be incomplete.</summary>
    /// <param name="typed">The beginning of a question; all titles and headings fit an empty one.</param>
    /// <param name="most">Maximum number of suggestions.</param>
    public IReadOnlyList<string> Find(string typed, int most)
    {
        var words = Words(typed);
        return
        [
            .. Texts()
                .Where(text => words.All(word => Words(text).Any(own => own.StartsWith(word, StringComparison.OrdinalIgnoreCase))))
                .OrderByDescending(text => text.StartsWith(typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .Take(most),
        ];
    }

    /// <summary>Read when they are asked for; a failure is not kept.</summary>
    private Lazy<string[]> Unread() => new(Read, LazyThreadSafetyMode.PublicationOnly);

    private string[] Texts()
    {
        try
        {
            return Volatile.Read(ref _texts).Value;
        }
        catch (IndexUnavailableException)
        {
            return [];
        }
    }

    /// <summary>The titles first, then the headings, each once.</summary>
    private string[] Read()
    {
        IndexedDocument[] documents = [.. _catalog.Documents.Where(document => document.PassageCount > 0).Take(MaxTexts)];
        var headings = documents.SelectMany(document => _passages.Read(document.Path)).SelectMany(passage => passage.Headings);
        return
        [
            .. documents
                .Select(document => document.Title)
                .Concat(headings)
                .Where(text => text.Length is > 0 and <= MaxLength)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(MaxTexts),
        ];
    }

    private static string[] Words(string text) => text.Split([' ', '-', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
}
