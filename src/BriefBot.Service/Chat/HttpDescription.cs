using System.Text.Json.Nodes;
using BriefBot.Chat.Memory;
using Microsoft.OpenApi;

namespace BriefBot.Service.Chat;

/// <summary>The description of the HTTP interface: <c>GET /openapi.json</c>.</summary>
internal static class HttpDescription
{
    public const string Path = "/openapi.json";

    public static void Add(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, WebJson.Default));
        services.AddOpenApi(options =>
        {
            options.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer(
                (document, _, _) =>
                {
                    document.Info.Title = "BriefBot";
                    document.Info.Version = "1";
                    document.Info.Description = "Answers questions from the articles in a folder, and cites the source of every sentence.";
                    document.Servers = [new OpenApiServer { Url = "/" }];
                    return Task.CompletedTask;
                }
            );
            options.AddSchemaTransformer(
                (schema, context, _) =>
                {
                    schema.Examples = Example(context.JsonTypeInfo.Type) is { } example ? [example] : schema.Examples;
                    return Task.CompletedTask;
                }
            );
        });
    }

    /// <summary>Describes the routes of the interface. Bodies of any type are taken: JsonBody says what is wrong with one.</summary>
    public static void Describe(
        RouteHandlerBuilder ask,
        RouteHandlerBuilder feedback,
        RouteHandlerBuilder answer,
        RouteHandlerBuilder article
    )
    {
        ask.WithSummary("Asks a question")
            .WithDescription(
                "With Accept: text/event-stream answers come as events, the one in the articles' words first; with text/markdown as text with its sources."
            )
            .Accepts<AskRequest>(isOptional: true, "application/json", "*/*")
            .Produces<AskResponse>(StatusCodes.Status200OK, "application/json", "text/event-stream", "text/markdown");
        foreach (var status in new[] { 400, 401, 413, 415, 429, 503 })
        {
            ask.ProducesProblem(status);
        }

        feedback
            .WithSummary("Votes on an answer")
            .Accepts<FeedbackRequest>(isOptional: true, "application/json", "*/*")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
        answer
            .WithSummary("Returns a recorded answer with its evidence")
            .Produces<AnswerReplay>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        article.WithSummary("Returns an article as it was read").Produces<ArticleResponse>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static JsonObject? Example(Type type) =>
        type == typeof(AskRequest) ? new JsonObject { ["question"] = "What is BriefBot?", ["conversation"] = "any name" }
        : type == typeof(FeedbackRequest)
            ? new JsonObject
            {
                ["id"] = "k3v9x2m7qa",
                ["vote"] = "down",
                ["reason"] = AnswerVotes.Reasons.Keys.First(),
            }
        : null;
}
