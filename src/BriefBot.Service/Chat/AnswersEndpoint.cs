using BriefBot.Chat.Memory;
using BriefBot.Knowledge;

namespace BriefBot.Service.Chat;

/// <summary><c>GET /api/answers/{id}</c>: a recorded answer with its evidence.</summary>
internal static class AnswersEndpoint
{
    private const int MaxIdLength = 40;

    public static IResult Find(string id, KnowledgeCatalog catalog, IServiceProvider services) =>
        id.Length <= MaxIdLength && services.GetService<IAnswerStore>()?.Find(id) is { } asked
            ? Results.Json(
                AnswerReplay.Create(asked, path => catalog.Documents.FirstOrDefault(document => document.Path == path)?.Hash),
                WebJson.Default.AnswerReplay
            )
            : Results.Problem(
                "There is no answer with this id: it is too old, or Memory:Questions is off.",
                statusCode: StatusCodes.Status404NotFound
            );
}
