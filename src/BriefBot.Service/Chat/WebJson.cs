using System.Text.Json.Serialization;
using BriefBot.Chat.Memory;
using Microsoft.AspNetCore.Mvc;

namespace BriefBot.Service.Chat;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(AskRequest))]
[JsonSerializable(typeof(AskResponse))]
[JsonSerializable(typeof(AnswerReplay))]
[JsonSerializable(typeof(FeedbackRequest))]
[JsonSerializable(typeof(GapReport))]
[JsonSerializable(typeof(ArticleResponse))]
[JsonSerializable(typeof(AskEnd))]
[JsonSerializable(typeof(IEnumerable<DocumentResponse>))]
[JsonSerializable(typeof(IEnumerable<string>))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class WebJson : JsonSerializerContext;
