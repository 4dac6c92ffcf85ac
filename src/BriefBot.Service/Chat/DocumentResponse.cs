using BriefBot.Chat.Writing;
using BriefBot.Knowledge;

namespace BriefBot.Service.Chat;

/// <summary>A file of the folder as <c>GET /api/documents</c> lists it.</summary>
internal sealed record DocumentResponse(
    string Path,
    string Title,
    DateOnly? Date,
    string? Summary,
    IReadOnlyList<string> Tags,
    string State,
    int Passages,
    string? Hash,
    DateTimeOffset? ReadAt,
    string? Problem,
    int? Blocks,
    int? BlocksEmbedded
)
{
    /// <param name="document">The file.</param>
    /// <param name="vectors">Number of its blocks, and of those with vectors; null where they are not known.</param>
    public static DocumentResponse Create(IndexedDocument document, (int Units, int Embedded)? vectors) =>
        new(
            PlainText.Escape(document.Path),
            PlainText.Escape(document.Title),
            document.Date,
            document.Summary is { } summary ? PlainText.Escape(summary) : null,
            [.. document.Tags.Select(PlainText.Escape)],
            document.State.ToString().ToLowerInvariant(),
            document.PassageCount,
            document.Hash,
            document.ReadAt,
            document.Problem is { } problem ? PlainText.Escape(problem) : null,
            vectors?.Units,
            vectors?.Embedded
        );
}
