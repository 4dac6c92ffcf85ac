using BriefBot.Knowledge;

namespace BriefBot.Service.Chat;

/// <summary>A file of the folder as <c>GET /api/documents</c> lists it.</summary>
internal sealed record DocumentResponse(string Path, string Title, DateOnly? Date, string? Summary, IReadOnlyList<string> Tags, string State, int Passages, string? Hash, string? Problem)
{
    public static DocumentResponse Of(IndexedDocument document) => new(
        document.Path,
        document.Title,
        document.Date,
        document.Summary,
        document.Tags,
        document.State.ToString().ToLowerInvariant(),
        document.PassageCount,
        document.Hash,
        document.Problem);
}
