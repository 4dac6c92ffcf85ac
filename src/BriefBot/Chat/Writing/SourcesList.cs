using BriefBot.Knowledge;

namespace BriefBot.Chat.Writing;

/// <summary>The articles, a line each.</summary>
internal static class SourcesList
{
    private const int MaxListed = 40;

    private const int MaxShown = 120;

    /// <summary>How many there are; then of each title, path, date and, where something is the matter, its state.</summary>
    public static IReadOnlyList<string> Of(Reply.Sources sources)
    {
        // What is not read, such as pictures, is an editor's business.
        IndexedDocument[] documents = [.. sources.Documents.Where(document => document.State != DocumentState.Skipped)];
        var usable = documents.Count(document => document.PassageCount > 0);
        return
        [
            Words.Sources(usable),
            .. documents.Take(MaxListed).Select(Line),
            .. documents.Length > MaxListed ? [Words.AndMore(documents.Length - MaxListed)] : Array.Empty<string>(),
        ];
    }

    private static string Line(IndexedDocument document) => string.Join(
        ", ",
        [
            $"{ShortText.Of(document.Title, MaxShown)} ({ShortText.Of(document.Path, MaxShown)})",
            .. document.Date is { } date ? [$"{date:yyyy-MM-dd}"] : Array.Empty<string>(),
            .. State(document.State) is { } state ? [state] : Array.Empty<string>(),
        ]);

    private static string? State(DocumentState state) => state switch
    {
        DocumentState.Indexed => null,
        DocumentState.Stale => Words.Stale,
        _ => Words.Unread,
    };
}
